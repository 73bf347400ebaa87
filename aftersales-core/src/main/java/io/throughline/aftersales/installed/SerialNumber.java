package io.throughline.aftersales.installed;

import io.throughline.foundation.model.RuleViolation;
import java.util.Locale;

/** A serial number as it is written, as it is compared, and as it stands in an address. */
record SerialNumber(String written) {

    /** Throws {@link RuleViolation} at {@code serial} for a text without a letter or digit. */
    SerialNumber {
        written = written.strip();
        if (key(written).isEmpty()) {
            throw new RuleViolation("aftersales.installed.badSerial").at("serial");
        }
    }

    /** Letters and digits alone, in capitals: people read {@code SN-01} off a plate and type {@code sn 01}. */
    String key() {
        return key(written);
    }

    /** For an address: what no address takes becomes a dash. */
    String code() {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]", "-");
    }

    static String key(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
