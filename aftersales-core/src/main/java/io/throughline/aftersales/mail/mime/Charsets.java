package io.throughline.aftersales.mail.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text, whatever their label says.
 *
 * <p>Method: the label is believed where the bytes can be what it says and do not rather look like UTF-8; otherwise
 * {@link CharsetGuess} decides. Labels are read generously: GB2312 is taken as GB18030, ISO 8859-1 as Windows-1252 and so
 * on, since senders use the larger set under the smaller name. Never throws; text holds no NUL and no half of a pair.
 */
final class Charsets {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, Charset> BY_LABEL = Map.ofEntries(
            Map.entry("gb2312", GB18030),
            Map.entry("gb_2312-80", GB18030),
            Map.entry("gbk", GB18030),
            Map.entry("x-gbk", GB18030),
            Map.entry("cp936", GB18030),
            Map.entry("ms936", GB18030),
            Map.entry("chinese", GB18030),
            Map.entry("euc-cn", GB18030),
            Map.entry("big5", BIG5),
            Map.entry("big-5", BIG5),
            Map.entry("cp950", BIG5),
            Map.entry("x-big5", BIG5),
            Map.entry("shift_jis", Charset.forName("windows-31j")),
            Map.entry("shift-jis", Charset.forName("windows-31j")),
            Map.entry("sjis", Charset.forName("windows-31j")),
            Map.entry("x-sjis", Charset.forName("windows-31j")),
            Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
            Map.entry("ks_c_5601", Charset.forName("x-windows-949")),
            Map.entry("euc-kr", Charset.forName("x-windows-949")),
            Map.entry("iso-8859-1", WINDOWS_1252),
            Map.entry("latin1", WINDOWS_1252),
            Map.entry("iso-8859-9", Charset.forName("windows-1254")),
            Map.entry("tis-620", Charset.forName("x-windows-874")),
            Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("utf-8", StandardCharsets.UTF_8),
            Map.entry("unicode-1-1-utf-8", StandardCharsets.UTF_8));

    private Charsets() {}

    static String decode(byte[] bytes, @Nullable String label) {
        return tidy(raw(bytes, label));
    }

    private static String raw(byte[] bytes, @Nullable String label) {
        var byMark = byMark(bytes);
        if (byMark != null) {
            return byMark;
        }
        var declared = of(label);
        boolean stateful = declared.isPresent() && declared.get().name().startsWith("ISO-2022");
        if (isAscii(bytes) && !stateful && !isWide(declared)) {
            return CharsetGuess.isIso2022Jp(bytes)
                    ? strict(bytes, Charset.forName("ISO-2022-JP")).orElseGet(() -> ascii(bytes))
                    : ascii(bytes);
        }
        if (declared.isPresent()) {
            var charset = declared.get();
            var text = strict(bytes, charset);
            boolean fits = text.isPresent()
                    && !charset.equals(WINDOWS_1252)
                    && (charset.equals(StandardCharsets.UTF_8) || !isRatherUtf8(bytes, charset, text.get()))
                    && !CharsetGuess.isTheOtherChinese(bytes, charset);
            if (fits) {
                return text.get();
            }
        }
        return CharsetGuess.text(bytes, declared.orElse(null));
    }

    /** A header's bytes, which were kept as ISO 8859-1: unlabelled, so mostly UTF-8, else guessed. */
    static String header(String latin) {
        for (int i = 0; i < latin.length(); i++) {
            if (latin.charAt(i) > 127) {
                return decode(latin.getBytes(StandardCharsets.ISO_8859_1), null);
            }
        }
        return tidy(latin);
    }

    static Optional<Charset> of(@Nullable String label) {
        if (label == null) {
            return Optional.empty();
        }
        var name = label.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        var known = BY_LABEL.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (name.equals("us-ascii") || name.equals("ascii") || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    /** What no database takes: NUL, and halves of surrogate pairs. */
    static String tidy(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            char c = text.charAt(i);
            clean = c != 0 && !Character.isSurrogate(c);
        }
        if (clean) {
            return text;
        }
        var out = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0).forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append('\ufffd');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** UTF-8 under another name: valid as UTF-8, and not better Chinese, Japanese or Korean as labelled. */
    private static boolean isRatherUtf8(byte[] bytes, Charset declared, String asDeclared) {
        var utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isEmpty()) {
            return false;
        }
        boolean oneByte = declared.newEncoder().maxBytesPerChar() <= 1.0f;
        return oneByte || CharsetGuess.commonHan(utf8.get()) > CharsetGuess.commonHan(asDeclared);
    }

    private static @Nullable String byMark(byte[] bytes) {
        if (bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf) {
            return strict(java.util.Arrays.copyOfRange(bytes, 3, bytes.length), StandardCharsets.UTF_8)
                    .orElse(null);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe && bytes.length % 2 == 0) {
            return strict(bytes, StandardCharsets.UTF_16).orElse(null);
        }
        return null;
    }

    private static boolean isWide(Optional<Charset> charset) {
        return charset.map(Charset::name)
                .filter(name -> name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.equals("UTF-7"))
                .isPresent();
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
