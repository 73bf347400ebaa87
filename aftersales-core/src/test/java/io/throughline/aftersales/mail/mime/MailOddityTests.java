package io.throughline.aftersales.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that stand in no standard, yet in mailboxes. */
class MailOddityTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"=?UTF-8?B?5byg5LiJ?=\" <z@x.cn> | z@x.cn | 张三",
                "=?utf-8?Q?boss=40acme.cn_=3Cboss=40acme.cn=3E?= <evil@x.com> | evil@x.com | boss@acme.cn <boss@acme.cn>",
                "john(the (old) one)@b.cn | john@b.cn | the (old) one",
                "Wang Wei <a@b.cn>, Li Min <c@d.cn> | a@b.cn | Wang Wei",
                "undisclosed-recipients:; | `` | ``",
                "=?gb2312?q?=D6=EC=B8=D9?= <a@b.cn> | a@b.cn | 朱纲",
                "\"Wang \\\"Wei\\\" \\\\ CNC\" <a@b.cn> | a@b.cn | Wang \"Wei\" \\ CNC",
                "Wang Wei a@b.cn | a@b.cn | Wang Wei",
                "mailto:a@b.cn | a@b.cn | ``",
                "<用户@例子.中国> | 用户@例子.中国 | ``",
                "a@xn--fsqu00a.xn--0zwm56d | a@xn--fsqu00a.xn--0zwm56d | ``",
                "\"evil\\r\\nBcc: x@y.cn\" <a@b.cn> | a@b.cn | evilrnBcc: x@y.cn"
            })
    void readsWhoWrote(String raw, String address, String name) {
        var from = Mails.of("From: " + raw + "\n\nx").read().from();

        assertThat(from == null ? "" : from.address()).isEqualTo(address);
        assertThat(from == null ? "" : from.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Big5, gb2312, 機器故障，請儘快派員處理，謝謝您的協助",
        "GB18030, big5, 主轴轴承异响，请安排工程师尽快到现场处理，谢谢",
        "ISO-2022-JP, us-ascii, 機械が停止しました",
        "windows-1256, windows-1256, الآلة لا تعمل",
        "UTF-8, iso-8859-1, Zuführung klemmt – bitte prüfen",
        "UTF-8, ansi_x3.4-1968, 停机",
        "GB18030, x-unknown, 主轴轴承异响，请安排工程师尽快到现场处理",
        "windows-1251, koi8-r-lie, Станок не работает"
    })
    void readsWordsWhateverTheirLabelSays(String charset, String label, String words) {
        var mail = Mails.of("From: a@b.cn\nContent-Type: text/plain; charset=" + label + "\n\n")
                .then(words, Charset.forName(charset))
                .read();

        assertThat(mail.text()).isEqualTo(words);
    }

    @Test
    void keepsAMailWithinAFormOfAMailApartFromItsWords() {
        var mail = Mails.of("""
                From: a@b.cn
                Subject: 转发: 故障
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain; charset=utf-8

                见附件原邮件
                --a
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/html; charset=utf-8

                <p>见附件<b>原邮件</b></p>
                --m
                Content-Type: message/rfc822

                From: customer@c.cn
                Subject: =?UTF-8?B?5pWF6Zqc?=
                Message-ID: <inner@c.cn>
                Content-Type: multipart/mixed; boundary=i

                --i

                words of the customer
                --i
                Content-Type: image/png; name=photo.png
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --i--
                --m--
                --a--
                """).read();

        assertThat(mail.from().address()).isEqualTo("a@b.cn");
        assertThat(mail.text()).contains("见附件原邮件").doesNotContain("words of the customer");
        assertThat(mail.messageId()).isNull();
        assertThat(mail.attachments()).extracting(Attached::name).containsExactly("故障.eml");
    }

    @Test
    void keepsAnInvitationBesideItsWords() {
        var mail = Mails.of("""
                From: a@b.cn
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain; charset=utf-8

                周会
                --a
                Content-Type: text/html; charset=utf-8

                <p>周会</p>
                --a
                Content-Type: text/calendar; charset=utf-8; method=REQUEST

                BEGIN:VCALENDAR
                END:VCALENDAR
                --a--
                """).read();

        assertThat(mail.text()).isEqualTo("周会");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).endsWith(".ics");
            assertThat(file.content()).asString().contains("BEGIN:VCALENDAR");
        });
    }

    @Test
    void keepsASignatureOfTheMailAsAFile() {
        var mail = Mails.of("""
                From: a@b.cn
                Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s

                --s
                Content-Type: text/plain

                signed words
                --s
                Content-Type: application/pkcs7-signature; name=smime.p7s
                Content-Transfer-Encoding: base64

                MIIB
                --s--
                """).read();

        assertThat(mail.text()).isEqualTo("signed words");
        assertThat(mail.attachments()).extracting(Attached::name).containsExactly("smime.p7s");
    }

    @Test
    void readsWordsBeforeBetweenAndAfterPictures() {
        var mail = Mails.of("""
                From: a@b.cn
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                before
                --x
                Content-Type: image/png; name=1.png
                Content-Disposition: inline; filename=1.png
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --x
                Content-Type: text/plain

                between
                --x
                Content-Disposition: attachment; filename="notes.txt"
                Content-Type: text/plain; name="notes.txt"

                a file
                --x--
                """).read();

        assertThat(mail.text()).contains("before", "between").doesNotContain("a file");
        assertThat(mail.attachments()).extracting(Attached::name).containsExactly("1.png", "notes.txt");
    }

    @Test
    void readsAMailThatIsAFile() {
        var mail = new Mails()
                .then("From: a@b.cn\nSubject: scan\nContent-Type: application/pdf; name=\"")
                .then("扫描件.pdf", Charset.forName("GB18030"))
                .then("\"\nContent-Transfer-Encoding: base64\n\n")
                .base64("%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII))
                .read();

        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("扫描件.pdf");
            assertThat(file.content()).asString().startsWith("%PDF");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aGVsbG8gd29ybGQ=",
                "aGVs bG8g\n d29y\tbGQ",
                "aGVsbG8gd29ybGQ=\n\n--\nlist footer, not coded",
                "aGVsbG8gd29ybGQgYW5kIGFsbCB3aG8gYXJlIGlu!IGl0LCB0aGlzIGlzIG5vdCBzaG9ydA==",
                "aGVsbG8gd29ybGQ====="
            })
    void readsBase64HoweverDamaged(String coded) {
        var mail = Mails.of("From: a@b.cn\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + coded)
                .read();

        assertThat(mail.text()).startsWith("hello world");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; charset=\"utf-8",
                "Content-Type: text",
                "Content-Type: TEXT/PLAIN; CHARSET=UTF-8",
                "Content-Type: ;",
                "Content-Type: text/plain; charset=utf-8; charset=gb2312",
                "Content-Type: text/plain\nContent-Type: text/plain; charset=utf-8",
                "Content-Type: text/plain; format=flowed; delsp=\"yes",
                "Content-Type: text /plain ; charset = utf-8",
                "content-type:text/plain;charset=utf-8\nMIME-VERSION: 9.9",
                "Content-Transfer-Encoding: nonsense"
            })
    void readsWordsUnderABrokenType(String fields) {
        assertThat(Mails.of("From: a@b.cn\n" + fields + "\n\n停机了，怎么办").read().text())
                .isEqualTo("停机了，怎么办");
    }

    @Test
    void dropsBytesThatAreNoCharacters() {
        var mail = Mails.of("From: a\0@b.cn\nSubject: s\0ub\u0007ject\n\nwo\0rds\0")
                .read();

        assertThat(mail.from().address()).isEqualTo("a@b.cn");
        assertThat(mail.subject()).isEqualTo("sub ject");
        assertThat(mail.text()).isEqualTo("words");
    }

    @Test
    void readsAMailOutOfAMailboxFile() {
        var mail = Mails.of("From a@b.cn Sun Nov 22 12:00:00 2026\n>From x\nFrom: a@b.cn\nSubject: s\n\nwords")
                .read();

        assertThat(mail.subject()).isEqualTo("s");
        assertThat(mail.text()).isEqualTo("words");
    }

    @Test
    void readsAWholeMailThatWasCodedThoughItMayNotBe() {
        var inner = "--i\r\nContent-Type: text/plain\r\n\r\nwords\r\n--i\r\n"
                + "Content-Type: text/plain; name=log.txt\r\n\r\nline\r\n--i--\r\n";
        var mail = Mails.of(
                        "From: a@b.cn\nContent-Type: multipart/mixed; boundary=i\nContent-Transfer-Encoding: base64\n\n")
                .base64(inner.getBytes(StandardCharsets.US_ASCII))
                .read();

        assertThat(mail.text()).isEqualTo("words");
        assertThat(mail.attachments()).extracting(Attached::name).containsExactly("log.txt");
    }

    @Test
    void readsQuotedPrintableOfCarelessPrograms() {
        var mail = Mails.of("""
                From: a@b.cn
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                =e5=81=9c=E6=9C=BA a=b soft =
                break=20
                end=
                """).read();

        assertThat(mail.text()).isEqualTo("停机 a=b soft break\nend");
    }
}
