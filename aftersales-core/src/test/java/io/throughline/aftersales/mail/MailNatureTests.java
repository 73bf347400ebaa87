package io.throughline.aftersales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.aftersales.mail.MailNature.Kind;
import io.throughline.aftersales.mail.mime.DeliveryStatus;
import io.throughline.aftersales.mail.mime.Mails;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who or what wrote a mail: reports and replies of the servers customers have. */
class MailNatureTests {

    private static final Set<String> OURS = Set.of("support@acme.cn");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "自动回复: 设备报价 | AUTOMATIC_REPLY",
                "自动回复：设备报价 | AUTOMATIC_REPLY",
                "自动答复: 出差 | AUTOMATIC_REPLY",
                "自動回覆: 休假 | AUTOMATIC_REPLY",
                "Automatic reply: quote | AUTOMATIC_REPLY",
                "Out of Office: quote | AUTOMATIC_REPLY",
                "Abwesenheitsnotiz: Angebot | AUTOMATIC_REPLY",
                "Re: 自动回复: 设备报价 | PERSON",
                "自动回复功能不好用 | PERSON",
                "请问自动回复怎么设置 | PERSON",
                "转发: 故障 | PERSON",
                "Fw: 故障 | PERSON",
                "退信 | PERSON",
                "Undeliverable goods at gate 4 | PERSON"
            })
    void tellsAReplyOfAMachineByItsFirstWords(String subject, Kind kind) {
        var mail = Mails.of("From: Li <li@customer.cn>\nSubject: " + subject + "\n\n您好")
                .read();

        assertThat(MailNature.of(mail, OURS).kind()).isEqualTo(kind);
    }

    @Test
    void readsAReportOfPostfix() {
        var report = Mails.of("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.customer.cn (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status; boundary="B/x.customer.cn"

                --B/x.customer.cn
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                <li@customer.cn>: host mx[1.2.3.4] said: 550 5.1.1 User unknown

                --B/x.customer.cn
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.customer.cn
                Arrival-Date: Sun, 22 Nov 2026 12:00:00 +0800 (CST)

                Final-Recipient: rfc822; li@customer.cn
                Original-Recipient: rfc822;li@customer.cn
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User unknown

                --B/x.customer.cn
                Content-Type: message/rfc822

                Message-ID: <abc.tl1@acme.cn>
                Subject: Re: s

                hello
                --B/x.customer.cn--
                """).read();

        assertThat(MailNature.of(report, OURS).kind()).isEqualTo(Kind.BOUNCE);
        assertThat(report.reports())
                .containsExactly(
                        new DeliveryStatus("li@customer.cn", "failed", "5.1.1", "smtp; 550 5.1.1 User unknown"));
        assertThat(report.returned()).isNotNull();
        assertThat(report.returned().first("message-id")).contains("<abc.tl1@acme.cn>");
    }

    @Test
    void readsAReportOfExchange() {
        var report = Mails.of("""
                From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@customer.cn>
                Subject: =?gb2312?B?zt63qLSry806IFJlOiBz?=
                Auto-Submitted: auto-replied
                X-MS-Exchange-Message-Is-Ndr:
                Content-Type: multipart/report; report-type=delivery-status; boundary=e

                --e
                Content-Type: multipart/alternative; differences=Content-Type; boundary=f

                --f
                Content-Type: text/plain; charset="gb2312"

                li
                --f
                Content-Type: text/html; charset="gb2312"

                <p>li</p>
                --f--
                --e
                Content-Type: message/delivery-status

                Reporting-MTA: dns;mail.customer.cn
                Received-From-MTA: dns;mail.customer.cn

                Final-Recipient: rfc822;Li@customer.cn
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp;554 5.2.2 mailbox full
                Remote-MTA: dns;mail.customer.cn
                X-Display-Name: Li

                --e
                Content-Type: message/rfc822

                Message-ID: <abc.tl1@acme.cn>

                x
                --e--
                """).read();

        assertThat(MailNature.of(report, OURS).kind()).isEqualTo(Kind.BOUNCE);
        assertThat(report.reports()).singleElement().satisfies(status -> {
            assertThat(status.recipient()).isEqualTo("li@customer.cn");
            assertThat(status.isFailed()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: PostMaster@qq.com\nSubject: 系统退信/Systems bounce\n",
                "From: \"腾讯邮箱系统退信\" <PostMaster@qq.com>\nSubject: =?gb18030?B?z7XNs83L0MU=?=\n",
                "From: \"Mail Delivery System\" <Postmaster@163.com>\nSubject: 系统退信\n",
                "From: postmaster@126.com\nSubject: 退信通知\n",
                "From: MAILER-DAEMON@exmail.qq.com\nSubject: 邮件发送失败\n",
                "From: <>\nReturn-Path: <>\nSubject: failure notice\n",
                "From: mailer-daemon@googlemail.com\nX-Failed-Recipients: li@customer.cn\nSubject: Delivery Status Notification (Failure)\n"
            })
    void knowsAReportInWords(String headers) {
        var report = Mails.of(headers + "\n抱歉，您的邮件被退回来了……").read();

        assertThat(MailNature.of(report, OURS).kind()).isEqualTo(Kind.BOUNCE);
    }

    @Test
    void takesAReceiptForAMachinesReply() {
        var receipt = Mails.of("""
                From: Li <li@customer.cn>
                Subject: 已读: Re: s
                Content-Type: multipart/report; report-type=disposition-notification; boundary=r

                --r

                read
                --r
                Content-Type: message/disposition-notification

                Disposition: manual-action/MDN-sent-manually; displayed
                --r--
                """).read();

        assertThat(MailNature.of(receipt, OURS).kind()).isEqualTo(Kind.AUTOMATIC_REPLY);
    }

    @Test
    void knowsThatANoticeOfDelayIsNoFailure() {
        var late = Mails.of("""
                From: MAILER-DAEMON@mx.cn
                Subject: Delayed Mail (still being retried)
                Content-Type: multipart/report; report-type=delivery-status; boundary=r

                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.cn

                Final-Recipient: rfc822; li@customer.cn
                Action: delayed
                --r--
                """).read();

        assertThat(late.reports()).noneMatch(DeliveryStatus::isFailed);
    }
}
