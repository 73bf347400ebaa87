package io.throughline.foundation.attachment;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as the notes in a JPEG say (Exif 2.3, tag 0x0112): 1 upright, 2 mirrored, 3 upside down, 4 both, 5 to 8
 * the same on one side. Painting anew loses the notes, so the picture is turned instead.
 */
record Turn(int orientation) {

    private static final Turn NONE = new Turn(1);
    private static final int TAG = 0x0112;
    private static final int MOST_ENTRIES = 200;

    /** Upright for what has no readable notes. */
    static Turn of(byte[] jpeg) {
        int at = 2;
        while (at + 4 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            int length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
            if (marker == 0xe1 && length > 16 && at + 2 + length <= jpeg.length && isExif(jpeg, at + 4)) {
                return ofNotes(ByteBuffer.wrap(jpeg, at + 10, length - 8).slice());
            }
            if (marker == 0xda || length < 2) {
                return NONE;
            }
            at += 2 + length;
        }
        return NONE;
    }

    private static boolean isExif(byte[] jpeg, int at) {
        return jpeg[at] == 'E' && jpeg[at + 1] == 'x' && jpeg[at + 2] == 'i' && jpeg[at + 3] == 'f';
    }

    private static Turn ofNotes(ByteBuffer notes) {
        notes.order(notes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = notes.getInt(4);
        if (directory < 8 || directory > notes.limit() - 2) {
            return NONE;
        }
        int entries = Math.min(notes.getShort(directory) & 0xffff, MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > notes.limit()) {
                return NONE;
            }
            if ((notes.getShort(entry) & 0xffff) == TAG) {
                int value = notes.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? new Turn(value) : NONE;
            }
        }
        return NONE;
    }

    BufferedImage turn(BufferedImage image) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var upright =
                new BufferedImage(orientation > 4 ? height : width, orientation > 4 ? width : height, image.getType());
        return new AffineTransformOp(movement(width, height), AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(image, upright);
    }

    private AffineTransform movement(double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
