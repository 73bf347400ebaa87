package io.throughline.aftersales.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader sees of a mail. */
class MailReaderTests {

    private static final String HEAD = """
            From: =?GB2312?B?zfXOsA==?= <Wang.Wei@Example.CN>
            To: support@acme.cn
            Subject: =?utf-8?Q?=E4=B8=BB=E8=BD=B4?= alarm
            Date: Mon, 2 Nov 2026 10:15:00 +0800 (CST)
            Message-ID: <m1@example.cn>
            """;

    @Test
    void readsAPlainMail() {
        var mail = Mails.of(HEAD + "\n主轴异响，请尽快处理。\n\n-- \n王伟\n").read();

        assertThat(mail.from()).isEqualTo(new MailAddress("王伟", "wang.wei@example.cn"));
        assertThat(mail.subject()).isEqualTo("主轴 alarm");
        assertThat(mail.messageId()).isEqualTo("m1@example.cn");
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-11-02T02:15:00Z"));
        assertThat(mail.text()).isEqualTo("主轴异响，请尽快处理。\n\n-- \n王伟");
        assertThat(mail.html()).isNull();
        assertThat(mail.attachments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030,   gb2312,       主轴异响，请尽快处理。订单号 A-17",
        "GB18030,   ,             设备开机后没有反应，请安排工程师上门",
        "GB18030,   us-ascii,     设备开机后没有反应，请安排工程师上门",
        "GB18030,   utf-8,        设备开机后没有反应，请安排工程师上门",
        "GB18030,   iso-8859-1,   设备开机后没有反应，请安排工程师上门",
        "GB18030,   no-such-set,  设备开机后没有反应，请安排工程师上门",
        "Big5,      big5,         設備開機後沒有反應，請安排工程師上門",
        "Big5,      ,             設備開機後沒有反應，請安排工程師上門",
        "UTF-8,     gb2312,       设备开机后没有反应，请安排工程师上门",
        "UTF-8,     iso-8859-1,   设备开机后没有反应，请安排工程师上门",
        "UTF-8,     ,             الماكينة لا تعمل 🙂 مرحبا",
        "UTF-8,     big5,         設備開機後沒有反應",
        "windows-1252, iso-8859-1, Größe 5 “zwölf” – für Überprüfung",
        "windows-1252, ,          Die Maschine läuft nicht mehr für uns",
        "Shift_JIS, shift_jis,    機械が動きません。ご確認ください",
        "Shift_JIS, ,             機械が動きません。ご確認ください",
        "EUC-KR,    ks_c_5601-1987, 기계가 작동하지 않습니다",
        "EUC-KR,    ,             기계가 작동하지 않습니다",
        "ISO-2022-JP, iso-2022-jp, 機械が動きません",
        "windows-1251, ,          Станок не включается после обновления",
        "KOI8-R,    koi8-r,       Станок не включается",
        "UTF-16LE,  utf-16le,     Machine stopped 停机"
    })
    void readsTextInAnyCharset(String charset, String label, String text) {
        var type =
                label == null ? "Content-Type: text/plain\n" : "Content-Type: text/plain; charset=\"" + label + "\"\n";
        var mail = Mails.of(HEAD + type + "\n")
                .then(text, Charset.forName(charset))
                .read();

        assertThat(mail.text()).isEqualTo(text);
    }

    @Test
    void keepsWordsHtmlAndFilesOfAnOrdinaryMail() {
        var mail = Mails.of(HEAD + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="=_mix"

                This is a multi-part message in MIME format.
                --=_mix
                Content-Type: multipart/related; boundary=rel

                --rel
                Content-Type: multipart/alternative; boundary=alt

                --alt
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                =E4=BD=A0=E5=A5=BD, see the pic=
                ture
                --alt
                Content-Type: text/html; charset=utf-8

                <p>你好, see the picture</p><img src="cid:pic1">
                --alt--
                --rel
                Content-Type: image/png; name=shot.png
                Content-ID: <pic1>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --rel--
                --=_mix
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*0*=utf-8''%E6%8A%A5; filename*1*=%E5%91%8A; filename*2=.pdf
                Content-Transfer-Encoding: base64

                JVBERi0xLjQ=
                --=_mix
                Content-Type: message/rfc822

                Subject: inner
                From: x@y.cn

                inner words
                --=_mix--
                """).read();

        assertThat(mail.text()).isEqualTo("你好, see the picture");
        assertThat(mail.html()).contains("cid:pic1");
        assertThat(mail.attachments()).extracting(Attached::name).containsExactly("shot.png", "报告.pdf", "inner.eml");
        assertThat(mail.attachments().get(0).inline()).isTrue();
        assertThat(mail.attachments().get(0).contentId()).isEqualTo("pic1");
        assertThat(mail.attachments().get(1).content()).asString().isEqualTo("%PDF-1.4");
        assertThat(mail.attachments().get(2).content()).asString().contains("inner words");
    }

    @Test
    void readsHtmlAloneAsWords() {
        var mail = Mails.of(HEAD + """
                Content-Type: text/html; charset=utf-8

                <html><head><style>p{color:red}</style><title>no</title></head><body><p>第一行<br>第二&nbsp;行</p>
                <ul><li>one</li><li>two</li></ul><div style="display: none">hidden</div>
                <blockquote>said before</blockquote><script>alert(1)</script></body></html>
                """).read();

        assertThat(mail.text()).isEqualTo("第一行\n第二 行\n\n- one\n- two\n> said before");
    }

    @Test
    void readsADeliveryReport() {
        var mail = Mails.of("""
                From: MAILER-DAEMON@mx.example.cn
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=r

                --r

                could not be delivered
                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.cn

                Final-Recipient: rfc822; Gone@example.cn
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 no such user
                --r
                Content-Type: text/rfc822-headers

                Message-ID: <ours@here>
                Subject: x
                --r--
                """).read();

        assertThat(mail.reports())
                .isEqualTo(List.of(new DeliveryStatus("gone@example.cn", "failed", "5.1.1", "smtp; 550 no such user")));
        assertThat(mail.returned()).isNotNull().satisfies(headers -> assertThat(MailReader.ids(headers, "message-id"))
                .containsExactly("ours@here"));
    }

    @Test
    void takesFilesOutOfTheTextOfOldPrograms() {
        var mail = Mails.of("Subject: old\n\nsee below\n\nbegin 644 hello.txt\n#0V%T\n`\nend\n\nbye\n")
                .read();

        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("hello.txt");
            assertThat(file.content()).asString().isEqualTo("Cat");
        });
        assertThat(mail.text()).isEqualTo("see below\n\n\nbye");
    }

    @Test
    void joinsFlowedLines() {
        var mail = Mails.of(
                        "Content-Type: text/plain; format=flowed\n\nThis goes \non here.\n> quoted \n> too\n -- not\n")
                .read();

        assertThat(mail.text()).isEqualTo("This goes on here.\n> quoted too\n-- not");
    }
}
