package io.throughline.aftersales.sla.clock;

import io.throughline.foundation.model.RuleViolation;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How far before (negative) or after the due time something comes (service rule 14).
 *
 * <p>Written {@code -30m}, {@code +2h}, {@code -1bd} (the same clock time one working day earlier) or {@code -50%} (when
 * half of the target is left); {@code 0m} is the due time itself. Minutes and hours are working time.
 */
public record Offset(int amount, OffsetUnit unit) {

    private static final int MOST = 100_000;
    private static final int MOST_DAYS = 1000;
    private static final Pattern WRITTEN = Pattern.compile("([+-]?)(\\d{1,6}) ?(m|h|bd|%)");

    /** Throws {@link RuleViolation} for more than a thousand days, 100 000 of the others, or before the clock's start. */
    public Offset {
        if (Math.abs((long) amount) > (unit == OffsetUnit.WORKING_DAYS ? MOST_DAYS : MOST)
                || unit == OffsetUnit.PERCENT && amount < -100) {
            throw new RuleViolation("aftersales.sla.offset", amount + unit.sign());
        }
    }

    /** Throws {@link RuleViolation} for text it cannot read. */
    public static Offset parse(String text) {
        var match = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new RuleViolation("aftersales.sla.offset", text);
        }
        int amount = Integer.parseInt(match.group(2));
        for (var unit : OffsetUnit.values()) {
            if (unit.sign().equals(match.group(3))) {
                return new Offset(match.group(1).equals("-") ? -amount : amount, unit);
            }
        }
        throw new IllegalStateException("a unit of the pattern: " + text);
    }

    public boolean isAtDue() {
        return amount == 0;
    }

    public boolean isBefore() {
        return amount < 0;
    }

    @Override
    public String toString() {
        return (amount > 0 ? "+" : "") + amount + unit.sign();
    }
}
