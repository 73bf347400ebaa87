package io.throughline.aftersales.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails of Outlook whose files and words are packed into one. */
class TnefTests {

    private static final int MESSAGE = 1;
    private static final int ATTACHMENT = 2;

    @Test
    void takesTheFilesOutWithTheirLongNames() {
        var big = new byte[3 << 20];
        new Random(7).nextBytes(big);
        var mail =
                mail("请看附件", packed(file("检测~1.PDF", "检测报告（最终）.pdf", big), file("log.txt", null, "E217".getBytes())));

        assertThat(mail.text()).isEqualTo("请看附件");
        assertThat(mail.attachments()).extracting(Attached::name).containsExactly("检测报告（最终）.pdf", "log.txt");
        assertThat(mail.attachments().get(0).content()).isEqualTo(big);
        assertThat(mail.attachments().get(1).content()).asString().isEqualTo("E217");
    }

    @Test
    void readsTheWordsInsideOnlyWhereThereAreNoOthers() {
        var words = attribute(MESSAGE, 0x9003, 6, mapi(0x1000, "主轴异响"));

        assertThat(mail("", packed(words)).text()).isEqualTo("主轴异响");
        assertThat(mail("主轴异响，急", packed(words)).text()).isEqualTo("主轴异响，急");
    }

    @Test
    void keepsWhatCannotBeOpenedAsItCame() {
        var whole = packed(file("log.txt", null, new byte[200]));
        for (int length : new int[] {0, 3, 6, 20, whole.length - 150, whole.length - 1}) {
            var broken = Arrays.copyOf(whole, length);
            var kept = mail("words", broken);
            assertThat(kept.text()).isEqualTo("words");
            assertThat(kept.attachments()).as("cut after %d bytes", length).hasSize(1);
        }
        var bare = mail("words", packed());
        assertThat(bare.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("winmail.dat");
            assertThat(file.content()).isEqualTo(packed());
        });
    }

    @Test
    void survivesAnyChangedByte() {
        var whole = packed(
                attribute(MESSAGE, 0x9003, 6, mapi(0x1000, "words")), file("a.txt", "long name.txt", "x".getBytes()));
        for (int at = 0; at < whole.length; at++) {
            var changed = whole.clone();
            changed[at] ^= (byte) 0xff;
            assertThat(mail("hello", changed).text()).isEqualTo("hello");
        }
    }

    private static ParsedMail mail(String words, byte[] packed) {
        return Mails.of("""
                        From: Wang <wang@example.cn>
                        Subject: s
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: text/plain; charset=UTF-8

                        %s
                        --b
                        Content-Type: application/ms-tnef; name=winmail.dat
                        Content-Disposition: attachment; filename=winmail.dat
                        Content-Transfer-Encoding: base64

                        """.formatted(words)).base64(packed).then("--b--\n").read();
    }

    private static byte[] packed(byte[]... attributes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
        for (var attribute : attributes) {
            out.writeBytes(attribute);
        }
        return out.toByteArray();
    }

    private static byte[] file(String shortName, String longName, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(attribute(ATTACHMENT, 0x9002, 6, new byte[14]));
        out.writeBytes(attribute(ATTACHMENT, 0x8010, 1, (shortName + "\0").getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(attribute(ATTACHMENT, 0x800F, 6, content));
        if (longName != null) {
            out.writeBytes(attribute(ATTACHMENT, 0x9005, 6, mapi(0x3707, longName)));
        }
        return out.toByteArray();
    }

    private static byte[] attribute(int level, int id, int type, byte[] data) {
        int sum = 0;
        for (byte each : data) {
            sum += each & 0xff;
        }
        return little(11 + data.length)
                .put((byte) level)
                .putShort((short) id)
                .putShort((short) type)
                .putInt(data.length)
                .put(data)
                .putShort((short) sum)
                .array();
    }

    /** One text property. */
    private static byte[] mapi(int id, String text) {
        var data = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        int padded = (data.length + 3) / 4 * 4;
        return little(16 + padded)
                .putInt(1)
                .putShort((short) 0x001F)
                .putShort((short) id)
                .putInt(1)
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
