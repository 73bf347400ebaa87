package io.throughline.foundation.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureMakerTests {

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpeg, image/jpeg", "gif, image/gif", "bmp, image/bmp"})
    void paintsWhatItReadsAndNothingElse(String format, String type) throws IOException {
        var sent = join(file(image(60, 40), format), "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        var painted = PictureMaker.paint(type, sent).orElseThrow();

        assertThat(painted.width()).isEqualTo(60);
        assertThat(painted.height()).isEqualTo(40);
        assertThat(new String(painted.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(ImageIO.read(new ByteArrayInputStream(painted.bytes())).getWidth())
                .isEqualTo(60);
    }

    @Test
    void shrinksWhatIsLarge() throws IOException {
        var painted =
                PictureMaker.paint("image/png", file(image(4000, 1000), "png")).orElseThrow();

        assertThat(painted.width()).isEqualTo(PictureMaker.LONGEST_SIDE);
        assertThat(painted.height()).isEqualTo(320);
    }

    @Test
    void refusesByItsHeadWhatWouldFillTheMemory() throws IOException {
        assertThat(PictureMaker.paint("image/png", png(30_000, 30_000))).isEmpty();
        assertThat(PictureMaker.paint("image/png", png(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEmpty();
        assertThat(PictureMaker.paint("image/png", png(1, 0))).isEmpty();
    }

    @Test
    void paintsNoneThatIsDamagedAndThrowsNothing() throws IOException {
        var random = new Random(7);
        for (var format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            for (int i = 0; i < 200; i++) {
                var bytes = file(image(50, 50), format);
                for (int j = 0; j < 12; j++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                var painted = PictureMaker.paint("image/" + format, bytes);
                assertThat(painted.map(PictureMaker.Painted::width).orElse(1))
                        .isLessThanOrEqualTo(PictureMaker.LONGEST_SIDE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "image/tiff", "image/webp", "text/html", "application/pdf"})
    void leavesOtherKindsAlone(String type) throws IOException {
        assertThat(PictureMaker.reads(type)).isFalse();
        assertThat(PictureMaker.paint(type, file(image(5, 5), "png"))).isEmpty();
    }

    /** A picture whose upper left is red, held in the eight ways; upright again, the red is where it was. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 1, 1", "4, 0, 1", "5, 0, 0", "6, 1, 0", "7, 1, 1", "8, 0, 1"})
    void turnsAPictureUpright(int orientation, int right, int down) {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, 4, 4);
        brush.dispose();

        var upright = new Turn(orientation).turn(image);

        assertThat(upright.getWidth()).isEqualTo(orientation > 4 ? 20 : 40);
        int x = right * (upright.getWidth() - 2) + (1 - right);
        int y = down * (upright.getHeight() - 2) + (1 - down);
        assertThat(new Color(upright.getRGB(x, y))).isEqualTo(Color.RED);
    }

    @Test
    void readsHowTheCameraWasHeldAndForgetsWhere() throws IOException {
        var plain = file(image(60, 40), "jpeg");
        var notes = new ByteArrayOutputStream();
        var out = new DataOutputStream(notes);
        out.writeBytes("Exif");
        out.writeShort(0);
        out.writeBytes("MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(6);
        out.writeShort(0);
        out.writeBytes("GPS 31.2N 121.4E");
        var sent = new ByteArrayOutputStream();
        var whole = new DataOutputStream(sent);
        whole.write(plain, 0, 2);
        whole.writeShort(0xffe1);
        whole.writeShort(notes.size() + 2);
        notes.writeTo(whole);
        whole.write(plain, 2, plain.length - 2);

        assertThat(Turn.of(sent.toByteArray())).isEqualTo(new Turn(6));
        var painted = PictureMaker.paint("image/jpeg", sent.toByteArray()).orElseThrow();
        assertThat(painted.width()).isEqualTo(40);
        assertThat(painted.height()).isEqualTo(60);
        assertThat(new String(painted.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
    }

    private static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillRect(0, 0, width / 2, height);
        brush.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A small file that claims to be of this size. */
    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = new ByteArrayOutputStream();
        var fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 6, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[1 << 20]);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        out.writeInt(content.length);
        var named = join(name.getBytes(StandardCharsets.US_ASCII), content);
        out.write(named);
        var sum = new CRC32();
        sum.update(named);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
