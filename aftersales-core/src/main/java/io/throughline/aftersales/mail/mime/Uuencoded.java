package io.throughline.aftersales.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that stand in the text itself, as programs older than MIME send them.
 *
 * @param text what is left of the text
 */
record Uuencoded(String text, List<Attached> files) {

    private static final int MOST = 200;

    static Uuencoded of(String text) {
        if (!text.startsWith("begin ") && !text.contains("\nbegin ")) {
            return new Uuencoded(text, List.of());
        }
        var rest = new StringBuilder();
        var files = new ArrayList<Attached>();
        var lines = text.split("\n", -1);
        int at = 0;
        while (at < lines.length) {
            int end = isBegin(lines[at]) && files.size() < MOST ? end(lines, at) : -1;
            if (end < 0) {
                rest.append(lines[at]).append(at + 1 < lines.length ? "\n" : "");
                at++;
                continue;
            }
            var name = lines[at].strip().substring("begin 644 ".length()).strip();
            var content = decode(lines, at + 1, end);
            files.add(new Attached(name, "application/octet-stream", false, null, () -> content));
            at = end + 1;
        }
        return new Uuencoded(rest.toString(), files);
    }

    private static boolean isBegin(String line) {
        return line.length() > 10 && line.length() < 300 && line.matches("begin [0-7]{3} [^ ].*");
    }

    /** The line {@code end} of the block; -1 where anything else than such a block stands between. */
    private static int end(String[] lines, int begin) {
        for (int at = begin + 1; at < lines.length; at++) {
            var line = lines[at].stripTrailing();
            if (line.equals("end")) {
                return at > begin + 1 ? at : -1;
            }
            if (line.length() > 90 || !line.isEmpty() && (line.charAt(0) < ' ' || line.charAt(0) > '`')) {
                return -1;
            }
        }
        return -1;
    }

    private static byte[] decode(String[] lines, int from, int to) {
        var out = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            var line = lines[i];
            int length = line.isEmpty() ? 0 : value(line, 0);
            for (int group = 0; group * 3 < length; group++) {
                int at = 1 + group * 4;
                int bits = value(line, at) << 18
                        | value(line, at + 1) << 12
                        | value(line, at + 2) << 6
                        | value(line, at + 3);
                for (int n = 0; n < 3 && group * 3 + n < length; n++) {
                    out.write(bits >> (16 - 8 * n));
                }
            }
        }
        return out.toByteArray();
    }

    private static int value(String line, int at) {
        return at < line.length() ? line.charAt(at) - 32 & 63 : 0;
    }
}
