package io.throughline.foundation.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Contents for tests. */
final class Uploads {

    private Uploads() {}

    /** Random bytes that begin as an MP4 file does. */
    static byte[] video(Random random, int size) {
        var content = new byte[size];
        random.nextBytes(content);
        var magic = "\0\0\0\u0018ftypisom".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(magic, 0, content, 0, Math.min(size, magic.length));
        return content;
    }
}
