package io.throughline.foundation.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Business numbers people read, type and say on the phone.
 *
 * <p>A ticket's number is {@code TK-2026-000123-7}: year, counter of that year (six digits, wider past 999 999) and a
 * check digit by Luhn mod 10 over the digits of year and counter. Worked example: 2026000123 doubled from the right
 * gives 6 (3·2) + 2 + 2 (1·2) + 0 + 0 + 0 + 3 (6·2 = 12) + 2 + 0 + 2 = 17, so the check digit is 3.
 */
public final class RecordNumber {

    private static final Pattern CHECKED = Pattern.compile("([A-Z]{2})-(\\d{4})-(\\d{6,12})-(\\d)");

    private RecordNumber() {}

    /** The number with its check digit, for example {@code checked("TK", 2026, 123)}. */
    public static String checked(String prefix, int year, long counter) {
        var body = "%04d%06d".formatted(year, counter);
        return "%s-%04d-%06d-%d".formatted(prefix, year, counter, luhn(body));
    }

    /** The number without a check digit, for example {@code WO-2026-000001}. */
    public static String plain(String prefix, int year, long counter) {
        return "%s-%04d-%06d".formatted(prefix, year, counter);
    }

    /** The number in its normal form when the text is one and its check digit fits; empty for anything else. */
    public static Optional<String> parseChecked(String text) {
        Matcher m = CHECKED.matcher(text.trim().toUpperCase(java.util.Locale.ROOT));
        if (!m.matches() || luhn(m.group(2) + m.group(3)) != m.group(4).charAt(0) - '0') {
            return Optional.empty();
        }
        return Optional.of(m.group());
    }

    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
