package io.throughline.aftersales.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What charset unlabelled or wrongly labelled bytes are in.
 *
 * <p>Method: UTF-8 if they are valid as such, since by chance almost nothing is. Otherwise each candidate decodes a sample and
 * is scored: the share of bytes that are characters people really write, less what could not be read. Chinese is told apart by
 * the frequent characters: GB 2312 sorts its 3 755 most used ones into rows B0 to D7, Big5 its 5 401 into A4 to C6, so the
 * right charset has nearly all of its characters there and the wrong one about half. Worked example: 测试 in GB 18030 is
 * B2E2 CAD4, both frequent rows, 2 of 2; the same bytes as Big5 are 聆彸, where CAD4 is a rare one, 1 of 2.
 */
final class CharsetGuess {

    private static final int SAMPLE = 8_192;
    /** Korean syllables lie in the frequent rows of Chinese, but Chinese seldom lies in those of Korean alone. */
    private static final int ENOUGH = 6;

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final List<Charset> CANDIDATES = List.of(
            Charsets.GB18030,
            Charsets.BIG5,
            Charset.forName("windows-31j"),
            Charset.forName("x-windows-949"),
            Charset.forName("EUC-JP"),
            CYRILLIC,
            Charset.forName("KOI8-R"));

    private CharsetGuess() {}

    /** @param declared the label's charset, preferred where nothing fits without faults */
    static String text(byte[] bytes, @Nullable Charset declared) {
        var utf8 = Charsets.strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        var sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
        boolean latin = declared == null || declared.equals(Charsets.WINDOWS_1252);
        var best = declared == null ? Charsets.WINDOWS_1252 : declared;
        double bestScore = latin ? latinScore(sample) : score(sample, best);
        bestScore += declared == null ? 0 : 0.15;
        for (var candidate : CANDIDATES) {
            double score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        if (mostlyUtf8(sample) && bestScore < 0.95) {
            best = StandardCharsets.UTF_8;
        }
        return lenient(bytes, best);
    }

    /** How many of the text's Han characters are frequent ones, as a number from 0 to 1; 0 without any. */
    static double commonHan(String text) {
        int han = 0;
        int common = 0;
        var encoder = Charset.forName("GBK").newEncoder();
        var big5 = Charsets.BIG5.newEncoder();
        int looked = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < looked; i++) {
            char c = text.charAt(i);
            if (Character.isIdeographic(c)) {
                han++;
                common += isFrequent(c, encoder, 0xb0, 0xd7) || isFrequent(c, big5, 0xa4, 0xc6) ? 1 : 0;
            }
        }
        return han == 0 ? 0 : (double) common / han;
    }

    /** Big5 under the name of GB 2312 or the other way round, told by whole words of frequent characters. */
    static boolean isTheOtherChinese(byte[] bytes, Charset declared) {
        boolean gb = declared.equals(Charsets.GB18030);
        if (!gb && !declared.equals(Charsets.BIG5)) {
            return false;
        }
        var sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
        var other = gb ? Charsets.BIG5 : Charsets.GB18030;
        long han =
                lenient(sample, other).chars().filter(Character::isIdeographic).count();
        return han >= ENOUGH && score(sample, other) > Math.max(0.85, score(sample, declared) + 0.2);
    }

    static boolean isIso2022Jp(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 27 && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static double score(byte[] sample, Charset charset) {
        var text = lenient(sample, charset);
        var encoder = charset.newEncoder();
        boolean gb = charset.equals(Charsets.GB18030);
        boolean big5 = charset.equals(Charsets.BIG5);
        double good = 0;
        int foreign = 0;
        int hangul = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                continue;
            }
            foreign++;
            hangul += Character.UnicodeBlock.of(c) == Character.UnicodeBlock.HANGUL_SYLLABLES ? 1 : 0;
            if (c == '\ufffd') {
                good -= 2;
            } else if (gb && Character.isIdeographic(c)) {
                good += isFrequent(c, encoder, 0xb0, 0xd7) ? 1 : 0.35;
            } else if (big5 && Character.isIdeographic(c)) {
                good += isFrequent(c, encoder, 0xa4, 0xc6) ? 0.99 : 0.3;
            } else {
                good += other(c, charset);
            }
        }
        if (hangul == foreign && foreign >= ENOUGH && charset.name().contains("949")) {
            return 1.1;
        }
        return foreign == 0 ? 0 : good / foreign;
    }

    private static double other(char c, Charset charset) {
        var block = Character.UnicodeBlock.of(c);
        if (block == Character.UnicodeBlock.HIRAGANA || block == Character.UnicodeBlock.KATAKANA) {
            return charset.name().contains("31j") || charset.name().equals("EUC-JP") ? 1.3 : 0.3;
        }
        if (block == Character.UnicodeBlock.HANGUL_SYLLABLES) {
            return charset.name().contains("949") ? 0.97 : 0.3;
        }
        if (block == Character.UnicodeBlock.CYRILLIC) {
            double mixed = Character.isUpperCase(c) ? 0.3 : 0.9;
            return charset.equals(CYRILLIC) || charset.name().equals("KOI8-R") ? mixed : 0.2;
        }
        if (block == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS && c < '\uff61') {
            return 0.9;
        }
        return Character.isIdeographic(c) ? 0.4 : Character.isDefined(c) ? 0.1 : -1;
    }

    /** Accented letters stand alone among ASCII letters; characters of two bytes do not. */
    private static double latinScore(byte[] sample) {
        int high = 0;
        int alone = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                high++;
                boolean before = i > 0 && sample[i - 1] < 0;
                boolean after = i + 1 < sample.length && sample[i + 1] < 0;
                alone += before || after ? 0 : 1;
            }
        }
        return high == 0 ? 1 : 0.95 * alone / high;
    }

    /** UTF-8 with a few broken places. */
    private static boolean mostlyUtf8(byte[] sample) {
        var text = lenient(sample, StandardCharsets.UTF_8);
        int broken = 0;
        int fine = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            broken += c == '\ufffd' ? 1 : 0;
            fine += c > 127 && c != '\ufffd' ? 1 : 0;
        }
        return fine > broken * 3;
    }

    private static boolean isFrequent(char c, CharsetEncoder encoder, int first, int last) {
        var out = ByteBuffer.allocate(8);
        encoder.reset();
        var result = encoder.encode(CharBuffer.wrap(new char[] {c}), out, true);
        if (result != CoderResult.UNDERFLOW || out.position() != 2) {
            return false;
        }
        int lead = out.get(0) & 0xff;
        return lead >= first && lead <= last;
    }

    private static String lenient(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (java.nio.charset.CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
