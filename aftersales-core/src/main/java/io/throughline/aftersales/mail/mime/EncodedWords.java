package io.throughline.aftersales.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words of RFC 2047 as they are found in the wild: characters split between two words, blanks inside, missing ends,
 * unknown charsets, words inside quotes. What cannot be read stays as it was written.
 *
 * <p>Neighbours of one charset are put together before they are decoded: {@code =?gb2312?B?1t?= =?gb2312?B?0A==?=} holds
 * one character in two halves.
 */
final class EncodedWords {

    private EncodedWords() {}

    static String decode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        var out = new StringBuilder(text.length());
        var pending = new Run();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("=?", at);
            if (start < 0) {
                break;
            }
            var word = word(text, start);
            if (word == null) {
                pending.flush(out);
                out.append(text, at, start + 2);
                at = start + 2;
                continue;
            }
            var between = text.substring(at, start);
            if (!between.isBlank() || !pending.takes(word)) {
                boolean afterWord = pending.flush(out);
                if (!afterWord || !between.isBlank()) {
                    out.append(between);
                }
            }
            pending.add(word);
            at = word.end;
        }
        pending.flush(out);
        return out.append(text, at, text.length()).toString();
    }

    private record Word(String charset, byte[] bytes, int end) {}

    private static @Nullable Word word(String text, int start) {
        int charsetEnd = text.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd - start > 60 || charsetEnd + 2 >= text.length()) {
            return null;
        }
        char coding = Character.toUpperCase(text.charAt(charsetEnd + 1));
        if (coding != 'B' && coding != 'Q' || text.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        int from = charsetEnd + 3;
        int end = text.indexOf("?=", from);
        int after = end + 2;
        if (end < 0) {
            end = from;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            after = end;
        }
        var charset = text.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*');
        var content = text.substring(from, end);
        var bytes = coding == 'B' ? TransferCoding.base64(latin(content)) : q(content);
        return new Word(
                (language < 0 ? charset : charset.substring(0, language)).toLowerCase(Locale.ROOT), bytes, after);
    }

    private static byte[] q(String text) {
        return TransferCoding.quotedPrintable(latin(text.replace('_', ' ')), false);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Neighbouring words of one charset. */
    private static final class Run {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private @Nullable String charset;

        boolean takes(Word word) {
            return word.charset.equals(charset);
        }

        void add(Word word) {
            charset = word.charset;
            bytes.writeBytes(word.bytes);
        }

        /** Whether there was anything. */
        boolean flush(StringBuilder out) {
            if (charset == null) {
                return false;
            }
            out.append(Charsets.decode(bytes.toByteArray(), charset));
            bytes.reset();
            charset = null;
            return true;
        }
    }
}
