package io.throughline.aftersales.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of mails, however they are put together. */
class MailStructureTests {

    private static final String HEAD = """
            From: =?GB2312?B?zfXOsA==?= <Wang.Wei@Example.CN>
            To: support@acme.cn
            Subject: =?utf-8?Q?=E4=B8=BB=E8=BD=B4?= alarm
            Date: Mon, 2 Nov 2026 10:15:00 +0800 (CST)
            Message-ID: <m1@example.cn>
            """;

    @Test
    void findsWordsAndFilesWithoutAFinalBoundary() {
        var mail = Mails.of(HEAD + """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                words
                --b
                Content-Type: text/csv; name=data.csv

                1,2
                """).read();

        assertThat(mail.text()).isEqualTo("words");
        assertThat(mail.attachments())
                .singleElement()
                .extracting(Attached::name)
                .isEqualTo("data.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed",
                "multipart/mixed; boundary=other",
                "multipart/mixed; boundary=",
                "multipart/mixed; boundary=\"b"
            })
    void findsThePartsWhereTheBoundaryIsMissingOrWrong(String type) {
        var mail = Mails.of(HEAD + "Content-Type: " + type + """


                --b
                Content-Type: text/plain

                words
                --b
                Content-Type: text/csv; name=data.csv

                1,2
                --b--
                """).read();

        assertThat(mail.text()).isEqualTo("words");
        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void readsAHundredLevels() {
        var text = new StringBuilder(HEAD);
        for (int i = 0; i < 100; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
        }
        text.append("Content-Type: text/plain\n\ndeep words\n");
        for (int i = 99; i >= 0; i--) {
            text.append("--b" + i + "--\n");
        }

        assertThat(Mails.of(text.toString()).read().text()).isEqualTo("deep words");
    }

    @Test
    void readsTenThousandParts() {
        var text = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("--b\nContent-Type: text/csv; name=" + i + ".csv\n\n1\n");
        }

        assertThat(Mails.of(text + "--b--\n").read().attachments()).hasSize(10_000);
    }

    @Test
    void keepsTextTooLongToShowAsAFile() {
        var mail = Mails.of(HEAD + "\n").then("好".repeat(8_000_000)).read();

        assertThat(mail.text()).hasSize(MailBody.LONGEST_TEXT);
        assertThat(mail.attachments()).singleElement().satisfies(file -> assertThat(file.content())
                .hasSize(24_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r",
                "\0\0\0",
                "no header at all",
                ":",
                ": x",
                "Subject",
                "--",
                "Content-Type: multipart/mixed; boundary=x"
            })
    void survivesWhatIsHardlyAMail(String bytes) {
        assertThat(MailReader.read(bytes.getBytes(StandardCharsets.ISO_8859_1))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\r\r\n"})
    void readsAnyLineEnds(String mark) {
        var raw =
                ("Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\ntwo\n--b\nContent-Type: text/csv; name=a.csv\n\n1\n--b--\n")
                        .replace("\n", mark);
        var mail = MailReader.read(raw.getBytes(StandardCharsets.US_ASCII));

        assertThat(mail.text()).isEqualTo("one\ntwo");
        assertThat(mail.attachments()).hasSize(1);
    }
}
