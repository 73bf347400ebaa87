package io.throughline.aftersales.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, addresses and names in the fields of mails. */
class MailHeaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?gb2312?B?1tC5+g==?= | 中国",
                "=?gb2312?B?1tA=?= =?gb2312?B?ufo=?= | 中国",
                "=?utf-8?B?5Lit5Zs=?= =?utf-8?B?vQ==?= | 中国",
                "=?UTF-8?Q?a_b=5Fc?= d | a b_c d",
                "Re: =?utf-8?Q?=E4=B8=AD?= and =?utf-8?Q?=E5=9B=BD?= | Re: 中 and 国",
                "=?utf-8*zh?B?5Lit?= | 中",
                "=?utf-8?B?5Lit | 中",
                "=?utf-8?X?zzz?= | =?utf-8?X?zzz?=",
                "=?no-such?Q?abc?= | abc",
                "=? | =?",
                "=?utf-8?Q?=ZZ=4?= | =ZZ=4",
                "a=?b?c | a=?b?c",
                "=?utf-8?q?what??= | what?"
            })
    void decodesWordsOfHeadersHoweverBroken(String raw, String words) {
        assertThat(Mails.of("Subject: " + raw + "\n\nx").read().subject()).isEqualTo(words);
    }

    @Test
    void readsRawBytesInHeaders() {
        var gb = new Mails()
                .then("Subject: ")
                .then("设备故障请求支持", Charset.forName("GB18030"))
                .then("\n\nx")
                .read();
        var utf8 = Mails.of("Subject: 设备故障请求支持\nFrom: 王伟 <w@x.cn>\n\nx").read();

        assertThat(gb.subject()).isEqualTo("设备故障请求支持");
        assertThat(utf8.subject()).isEqualTo("设备故障请求支持");
        assertThat(utf8.from()).isEqualTo(new MailAddress("王伟", "w@x.cn"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a@b.cn | a@b.cn | ``",
                "Wang Wei <a@b.cn> | a@b.cn | Wang Wei",
                "\"Wang, Wei\" <a@b.cn> | a@b.cn | Wang, Wei",
                "Wang, Wei <a@b.cn> | a@b.cn | Wang, Wei",
                "a@b.cn (Wang Wei) | a@b.cn | Wang Wei",
                "\"boss@acme.cn\" <evil@x.com> | evil@x.com | boss@acme.cn",
                "=?utf-8?B?546L5LyfLCBDaGluYQ==?= <a@b.cn> | a@b.cn | 王伟, China",
                "<a@b.cn | a@b.cn | ``",
                "Wang <<a@b.cn>> | a@b.cn | Wang",
                "<@relay.cn:a@b.cn> | a@b.cn | ``",
                "'a@b.cn' <a@b.cn> | a@b.cn | ``",
                "用户@例子.中国 | 用户@例子.中国 | ``",
                "Team: a@b.cn, c@d.cn; | a@b.cn | ``",
                "A@B.CN; c@d.cn | a@b.cn | ``"
            })
    void readsAddressesAsPeopleWriteThem(String raw, String address, String name) {
        assertThat(Mails.of("From: " + raw + "\n\nx").read().from()).isEqualTo(new MailAddress(name, address));
    }

    @Test
    void takesWhatHasNoHeaderAsWords() {
        assertThat(Mails.of("no header at all\nsecond line").read().text()).isEqualTo("no header at all\nsecond line");
    }

    @Test
    void survivesABombOfHeaders() {
        var mail = Mails.of("Subject: first\n" + "X-Bomb: y\n".repeat(200_000) + "To: " + "a@b.cn, ".repeat(50_000)
                        + "\n\nwords")
                .read();

        assertThat(mail.subject()).isEqualTo("first");
        assertThat(mail.text()).isEqualTo("words");
    }

    @Test
    void keepsNamesOfFilesInTheirOwnWriting() {
        var mail = new Mails()
                .then(
                        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Type: application/octet-stream; name=\"")
                .then("图纸说明书", Charset.forName("GB18030"))
                .then("\u00b7.dwg".substring(1) + "\"\nContent-Disposition: attachment\n\ny\n--b--\n")
                .read();

        assertThat(mail.attachments())
                .singleElement()
                .extracting(Attached::name)
                .isEqualTo("图纸说明书.dwg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?UTF-8?B?6K6+5aSH?=\\n\\t=?UTF-8?B?5pWF6Zqc?= | 设备故障",
                "=?UTF-8?B?6K6+5aSH?=\\n =?GB2312?B?ucrVzw==?= | 设备故障",
                "=?ISO-2022-JP?B?GyRCNSEzIxsoQg==?= | 機械",
                "=?Big5?B?vve+uQ==?= | 機器",
                "=?windows-1256?B?4dgg3O2+?= ok | ok",
                "=?UTF-8?Q?line=0D=0ABcc=3A_x?= | line Bcc: x",
                "=?UTF-8?B??= empty | empty",
                "=?utf-8?b?5Lit 5Zu9?= | 中国"
            })
    void readsWhatItIsAbout(String raw, String words) {
        var subject = Mails.of("Subject: " + raw.replace("\\n", "\n").replace("\\t", "\t") + "\n\nx")
                .read()
                .subject();

        assertThat(subject).contains(words).doesNotContain("\n", "=?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 1 Jan 1970 00:00:00 +0000",
                "Thu, 31 Dec 2099 23:59:59 +0800",
                "",
                "   ",
                "(comment only)",
                "yesterday",
                "Mon, 99 Foo 99999999999 25:61:61 +9999",
                "Sun, 22 Nov 2026 12:00:00 +0:00",
                "22 Nov 2026",
                "Sun,",
                "2026-11-22T12:00:00",
                "星期日, 22 十一月 2026 12:00:00 +0800"
            })
    void survivesAnyDate(String date) {
        assertThat(Mails.of("From: a@b.cn\nDate: " + date + "\n\nwords").read().text())
                .isEqualTo("words");
    }

    @Test
    void readsAThousandReceiversAndTenThousandFields() {
        var people = IntStream.range(0, 1_000).mapToObj(i -> "p" + i + "@b.cn").collect(Collectors.joining(",\n\t"));
        var fields =
                IntStream.range(0, 10_000).mapToObj(i -> "X-F" + i + ": v\n").collect(Collectors.joining());
        var mail = Mails.of(fields + "From: a@b.cn\nTo: " + people + "\nSubject: many\n\nwords")
                .read();

        assertThat(mail.to()).hasSize(1_000);
        assertThat(mail.from().address()).isEqualTo("a@b.cn");
        assertThat(mail.subject()).isEqualTo("many");
        assertThat(mail.text()).isEqualTo("words");
    }
}
