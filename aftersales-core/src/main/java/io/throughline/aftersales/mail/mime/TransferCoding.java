package io.throughline.aftersales.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Takes content out of base64 and quoted-printable, broken or not; never throws, and drops nothing that was readable. */
final class TransferCoding {

    private static final byte[] VALUE = new byte[256];

    static {
        Arrays.fill(VALUE, (byte) -1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUE[alphabet.charAt(i)] = (byte) i;
        }
    }

    private TransferCoding() {}

    static byte[] decode(byte[] bytes, int from, int to, String coding) {
        var content = Arrays.copyOfRange(bytes, from, Math.max(from, to));
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> lines(content);
            case "quoted-printable" -> quotedPrintable(content, true);
            default -> content;
        };
    }

    /** What a mailing list adds behind the end of coded lines is not coded. */
    private static byte[] lines(byte[] content) {
        int end = padded(content);
        if (end < content.length) {
            var rest = Arrays.copyOfRange(content, end, content.length);
            var words = looksLikeBase64(rest) ? new byte[0] : rest;
            var coded = Arrays.copyOf(content, end);
            if (words.length > 0 && looksLikeBase64(coded)) {
                var read = base64(coded);
                var whole = Arrays.copyOf(read, read.length + words.length);
                System.arraycopy(words, 0, whole, read.length, words.length);
                return whole;
            }
        }
        return looksLikeBase64(content) || isSpaced(content) ? base64(content) : content;
    }

    /** Where the first line that ends in padding ends. */
    private static int padded(byte[] content) {
        int at = 0;
        while (at < content.length) {
            int end = Lines.end(content, at, content.length);
            if (end > at && content[end - 1] == '=') {
                return end;
            }
            at = Lines.next(content, end, content.length);
        }
        return content.length;
    }

    /** Coded text with blanks in it: nothing else than the alphabet beside them, and words come out. */
    private static boolean isSpaced(byte[] content) {
        for (byte b : content) {
            if (VALUE[b & 0xff] < 0 && b != '=' && b > ' ') {
                return false;
            }
        }
        return Charsets.strict(base64(content), StandardCharsets.UTF_8)
                .filter(words -> words.codePoints().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'))
                .isPresent();
    }

    /** Text somebody labelled wrongly is full of blanks and marks that base64 has not. */
    private static boolean looksLikeBase64(byte[] content) {
        int foreign = 0;
        int looked = Math.min(content.length, 4_096);
        for (int i = 0; i < looked; i++) {
            byte b = content[i];
            if (VALUE[b & 0xff] < 0 && b != '=' && b != '\r' && b != '\n') {
                foreign++;
            }
        }
        return foreign * 20 <= looked;
    }

    /** Foreign characters are skipped, a missing end is made up; what follows an end is taken as more of the same. */
    static byte[] base64(byte[] text) {
        var out = new byte[text.length * 3 / 4 + 3];
        int length = 0;
        int held = 0;
        int bits = 0;
        for (byte b : text) {
            int value = VALUE[b & 0xff];
            if (b == '=') {
                held = 0;
                bits = 0;
            } else if (value >= 0) {
                held = held << 6 | value;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    out[length++] = (byte) (held >> bits);
                    held &= (1 << bits) - 1;
                }
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** @param lines whether blanks before a line's end are padding, as in bodies */
    static byte[] quotedPrintable(byte[] text, boolean lines) {
        var out = new byte[text.length];
        int length = 0;
        int at = 0;
        while (at < text.length) {
            byte b = text[at];
            if (b != '=') {
                out[length++] = b;
                at++;
                continue;
            }
            int high = digit(text, at + 1);
            int low = digit(text, at + 2);
            if (high >= 0 && low >= 0) {
                out[length++] = (byte) (high * 16 + low);
                at += 3;
                continue;
            }
            int blank = at + 1;
            while (lines && blank < text.length && (text[blank] == ' ' || text[blank] == '\t')) {
                blank++;
            }
            if (blank >= text.length) {
                at = text.length;
            } else if (text[blank] == '\n' || text[blank] == '\r') {
                at = Lines.next(text, blank, text.length);
            } else {
                out[length++] = b;
                at++;
            }
        }
        return Arrays.copyOf(out, length);
    }

    private static int digit(byte[] text, int at) {
        return at < text.length ? Character.digit(text[at], 16) : -1;
    }
}
