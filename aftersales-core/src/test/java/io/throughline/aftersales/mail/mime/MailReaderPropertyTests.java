package io.throughline.aftersales.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged in a thousand ways, a mail is still read, and what it says is still found somewhere. */
class MailReaderPropertyTests {

    private static final int MUTATIONS = 3_000;
    private static final String FIRST = "KEEPFIRST";
    private static final String SECOND = "KEEPSECOND";

    static Stream<String> corpus() {
        return Stream.of(
                "From: a@b.cn\nSubject: s\n\n" + FIRST + "\n\n" + SECOND + "\n",
                "From: a@b.cn\nContent-Type: text/html; charset=utf-8\n\n<p>" + FIRST + "</p><p>" + SECOND + "</p>\n",
                "From: a@b.cn\nContent-Type: multipart/mixed; boundary=\"bound\"\n\n--bound\nContent-Type: text/plain\n\n"
                        + FIRST
                        + "\n--bound\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\n"
                        + SECOND + "\n--bound--\n",
                "From: a@b.cn\nContent-Type: multipart/mixed; boundary=mix\n\n--mix\nContent-Type: multipart/alternative; boundary=alt\n\n"
                        + "--alt\nContent-Type: text/plain\n\n" + FIRST + "\n--alt\nContent-Type: text/html\n\n<b>"
                        + FIRST
                        + "</b>\n--alt--\n--mix\nContent-Type: message/rfc822\n\nSubject: in\n\n" + SECOND
                        + "\n--mix--\n",
                "From: a@b.cn\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png; name=p.png\n"
                        + "Content-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUgAAAAE=\n--b\nContent-Type: text/plain\n\n"
                        + FIRST + " " + SECOND + "\n--b--\n");
    }

    /** A byte of the structure is struck out, doubled, changed or put in; the words themselves stay whole. */
    @ParameterizedTest
    @MethodSource("corpus")
    void neverThrowsAndNeverLosesWords(String mail) {
        var random = new Random(mail.hashCode());
        for (int n = 0; n < MUTATIONS; n++) {
            var mutated = mutated(mail, random);
            var parsed = MailReader.read(mutated);
            var found = everything(parsed);
            assertThat(found)
                    .as("mutation %d of%n%s", n, new String(mutated, StandardCharsets.ISO_8859_1))
                    .contains(FIRST)
                    .contains(SECOND);
        }
    }

    /** Anything at all, half of it from the alphabet of mails. */
    @ParameterizedTest
    @MethodSource("corpus")
    void survivesNoise(String mail) {
        var random = new Random(7L + mail.hashCode());
        var alphabet = "=?-:;<>()\"\\ \t\r\n\0abB64Q@,.%*'".getBytes(StandardCharsets.ISO_8859_1);
        for (int n = 0; n < MUTATIONS; n++) {
            var bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            for (int hits = random.nextInt(60); hits >= 0; hits--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
            }
            var parsed = MailReader.read(Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1));
            assertThat(parsed.text()).doesNotContain("\0");
            parsed.attachments().forEach(file -> assertThat(file.content()).isNotNull());
        }
    }

    private static byte[] mutated(String mail, Random random) {
        var bytes = new ArrayList<Byte>();
        for (byte b : mail.getBytes(StandardCharsets.ISO_8859_1)) {
            bytes.add(b);
        }
        int at = outside(bytes, random);
        switch (random.nextInt(4)) {
            case 0 -> bytes.remove(at);
            case 1 -> bytes.add(at, bytes.get(at));
            case 2 -> bytes.set(at, (byte) (32 + random.nextInt(95)));
            default -> bytes.add(at, (byte) random.nextInt(256));
        }
        var array = new byte[bytes.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = bytes.get(i);
        }
        return array;
    }

    /** A place that is in neither of the two words. */
    private static int outside(List<Byte> bytes, Random random) {
        while (true) {
            int at = random.nextInt(bytes.size());
            var around = new StringBuilder();
            for (int i = Math.max(0, at - 10); i < Math.min(bytes.size(), at + 11); i++) {
                around.append((char) (bytes.get(i) & 0xff));
            }
            if (around.indexOf("KEEP") < 0 && around.indexOf("FIRST") < 0 && around.indexOf("SECOND") < 0) {
                return at;
            }
        }
    }

    private static String everything(ParsedMail mail) {
        var all = new StringBuilder(mail.text());
        if (mail.html() != null) {
            all.append(mail.html());
        }
        mail.attachments().forEach(file -> all.append(new String(file.content(), StandardCharsets.ISO_8859_1)));
        return all.toString();
    }
}
