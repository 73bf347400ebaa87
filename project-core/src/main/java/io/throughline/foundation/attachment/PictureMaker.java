package io.throughline.foundation.attachment;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Paints a picture of somebody else's anew, so that nothing but its dots comes along: no script behind the dots, no place and
 * no device in the notes of a camera.
 *
 * <p>Bounds: what is read is at most {@link #MOST_BYTES}, and of at most {@link #MOST_PIXELS}, which the head of the file tells
 * before anything is unpacked; while unpacking, only every so-manieth dot is kept, so that memory depends on what is shown and
 * not on what was sent. Of an animation the first picture is shown.
 */
final class PictureMaker {

    static final int MOST_BYTES = 20 << 20;
    static final long MOST_PIXELS = 25_000_000;
    static final int LONGEST_SIDE = 1280;

    private static final int LARGE_PNG = 512 << 10;
    private static final float QUALITY = 0.85f;
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final Map<String, String> READERS =
            Map.of(PNG, "png", JPEG, "jpeg", "image/gif", "gif", "image/bmp", "bmp");

    private PictureMaker() {}

    static boolean reads(String contentType) {
        return READERS.containsKey(contentType);
    }

    /** Empty for what is too large, damaged or of a kind nobody paints here; it stays a download. */
    static Optional<Painted> paint(String contentType, byte[] content) {
        var readers = ImageIO.getImageReadersByFormatName(READERS.getOrDefault(contentType, ""));
        if (content.length > MOST_BYTES || !readers.hasNext()) {
            return Optional.empty();
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels <= 0 || pixels > MOST_PIXELS) {
                return Optional.empty();
            }
            var turned =
                    Turn.of(contentType.equals(JPEG) ? content : new byte[0]).turn(shrunk(unpacked(reader)));
            return Optional.of(encoded(turned, contentType));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage unpacked(ImageReader reader) throws IOException {
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longest / (2 * LONGEST_SIDE));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage shrunk(BufferedImage image) {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean clear = image.getColorModel().hasAlpha();
        var painted =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var brush = painted.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (!clear) {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, width, height);
        }
        brush.drawImage(image, 0, 0, width, height, null);
        brush.dispose();
        return painted;
    }

    private static Painted encoded(BufferedImage image, String from) throws IOException {
        if (from.equals(JPEG)) {
            return jpeg(image);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        boolean better = bytes.size() > LARGE_PNG && !image.getColorModel().hasAlpha();
        return better ? jpeg(image) : new Painted(bytes.toByteArray(), PNG, image.getWidth(), image.getHeight());
    }

    private static Painted jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Painted(bytes.toByteArray(), JPEG, image.getWidth(), image.getHeight());
    }

    /** A picture of our own making. */
    record Painted(byte[] bytes, String contentType, int width, int height) {}
}
