package io.throughline.foundation.search;

import java.util.LinkedHashSet;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** Reads Chinese names aloud: 张伟 is {@code zhangwei} and, by initials, {@code zw}. */
public final class Pinyin {

    private static final HanyuPinyinOutputFormat PLAIN = plain();

    private Pinyin() {}

    /** Whole pinyin and initials of the name, without tones; letters and digits stand as they are. */
    public static Set<String> spellings(String name) {
        var whole = new StringBuilder();
        var initials = new StringBuilder();
        Terms.fold(name).codePoints().forEach(codePoint -> {
            var sound = sound(codePoint);
            if (!sound.isEmpty()) {
                whole.append(sound);
                initials.append(sound.charAt(0));
            } else if (Character.isLetterOrDigit(codePoint)) {
                whole.appendCodePoint(codePoint);
                initials.appendCodePoint(codePoint);
            }
        });
        var spellings = new LinkedHashSet<String>();
        if (!whole.isEmpty()) {
            spellings.add(whole.toString());
            spellings.add(initials.toString());
        }
        return spellings;
    }

    /** Initials in capitals, for proposing keys: 华东仓储 gives {@code HDCC}. */
    public static String initials(String name) {
        var letters = new StringBuilder();
        Terms.fold(name).codePoints().forEach(codePoint -> {
            var sound = sound(codePoint);
            if (!sound.isEmpty()) {
                letters.append(sound.charAt(0));
            } else if (codePoint < 128 && Character.isLetterOrDigit(codePoint)) {
                letters.appendCodePoint(codePoint);
            }
        });
        return letters.toString().toUpperCase(java.util.Locale.ROOT);
    }

    private static String sound(int codePoint) {
        if (codePoint < 0x3400 || codePoint > 0xFFFF) {
            return "";
        }
        try {
            var sounds = PinyinHelper.toHanyuPinyinStringArray((char) codePoint, PLAIN);
            return sounds == null || sounds.length == 0 ? "" : sounds[0];
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }

    private static HanyuPinyinOutputFormat plain() {
        var format = new HanyuPinyinOutputFormat();
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}
