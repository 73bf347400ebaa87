package io.throughline.aftersales.sla.clock;

import io.throughline.foundation.model.RuleViolation;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long a clock has: working time, or a number of working days.
 *
 * <p>Written {@code 90} (minutes), {@code 90m}, {@code 4h}, {@code 5bd} (the same clock time five working days later,
 * service rule 10) or {@code 5bd+eod} (the end of that working day).
 */
public sealed interface Target {

    /** {@code PT0S} is the next opening (service rule 3). */
    record Time(Duration working) implements Target {

        @Override
        public String toString() {
            return working.toMinutes() + "m";
        }
    }

    record Days(int count, boolean endOfDay) implements Target {

        @Override
        public String toString() {
            return count + "bd" + (endOfDay ? "+eod" : "");
        }
    }

    /** Four years of minutes, a thousand working days: more is a slip of the keyboard. */
    int MOST_MINUTES = 2_000_000;

    int MOST_DAYS = 1000;

    /** What people promise: zero or more, up to {@link #MOST_MINUTES} or {@link #MOST_DAYS}; {@link RuleViolation} otherwise. */
    static Target parse(String text) {
        var match = Grammar.TARGET.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new RuleViolation("aftersales.sla.target", text);
        }
        int count = Integer.parseInt(match.group(1));
        var unit = match.group(2) == null ? "m" : match.group(2);
        if (unit.startsWith("bd")) {
            return new Days(within(count, MOST_DAYS, text), unit.endsWith("eod"));
        }
        int minutes = unit.equals("h") ? Math.multiplyExact(within(count, MOST_MINUTES / 60, text), 60) : count;
        return new Time(Duration.ofMinutes(within(minutes, MOST_MINUTES, text)));
    }

    private static int within(int count, int most, String text) {
        if (count > most) {
            throw new RuleViolation("aftersales.sla.target", text);
        }
        return count;
    }

    /** Kept apart, since an interface has no private constants. */
    final class Grammar {

        private static final Pattern TARGET = Pattern.compile("(\\d{1,8}) ?(m|h|bd|bd ?\\+ ?eod)?");

        private Grammar() {}
    }
}
