package io.throughline.web.project.timesheet;

import io.throughline.foundation.model.RuleViolation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours as people write them: {@code 1.5}, {@code 1:30}, {@code 1h30m}, {@code 90m}, {@code 1小时30分}. */
final class HoursText {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,5}(?:[.,]\\d{1,4})?|[.,]\\d{1,4})\\s?(?:h|小时|时)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):([0-5]\\d)");
    private static final Pattern PARTS =
            Pattern.compile("(?:(\\d{1,5})\\s?(?:h|小时|时)\\s?)?(\\d{1,6})\\s?(?:m|min|分|分钟)");

    private HoursText() {}

    /**
     * @return minutes, to the nearest; null for an empty text
     * @throws RuleViolation for what is no length of time
     */
    static @Nullable Integer parse(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(java.util.Locale.ROOT);
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            var hours = decimal.group(1).replace(',', '.');
            return new BigDecimal(hours.startsWith(".") ? "0" + hours : hours)
                    .multiply(HOUR)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
        }
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            int hours = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
            return hours * 60 + Integer.parseInt(parts.group(2));
        }
        throw new RuleViolation("project.timesheet.badHours", typed);
    }

    /** {@code 7.5}, {@code 0.25}; {@code 1:20} where hundredths of an hour would not say it; empty for nothing. */
    static String of(long minutes) {
        if (minutes == 0) {
            return "";
        }
        return shown(minutes);
    }

    /** The same with {@code 0} for nothing. */
    static String shown(long minutes) {
        if (minutes * 100 % 60 != 0) {
            return "%d:%02d".formatted(minutes / 60, minutes % 60);
        }
        return BigDecimal.valueOf(minutes)
                .divide(HOUR, 2, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
    }
}
