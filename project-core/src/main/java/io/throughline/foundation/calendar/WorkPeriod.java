package io.throughline.foundation.calendar;

import io.throughline.foundation.model.RuleViolation;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A stretch of one local day, half-open, in seconds since local midnight: {@code [from, to)}. It may end at 24:00
 * (86 400); a night shift is two periods, one on each day.
 *
 * @param from first second of the period, 0…86 399
 * @param to the second after the last, {@code from} + 1…86 400
 */
public record WorkPeriod(int from, int to) implements Comparable<WorkPeriod> {

    static final int DAY = 86_400;

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    /** Refuses ({@link RuleViolation} {@code foundation.calendar.period}) what does not lie within one day or is empty. */
    public WorkPeriod {
        if (from < 0 || to > DAY || from >= to) {
            throw new RuleViolation("foundation.calendar.period", clock(from), clock(to));
        }
    }

    /** Reads two clock times {@code HH:mm} or {@code HH:mm:ss}; {@code 24:00} is the end of the day. */
    public static WorkPeriod of(String from, String to) {
        return new WorkPeriod(secondOfDay(from), secondOfDay(to));
    }

    /** Reads {@code 09:00-12:00}. */
    public static WorkPeriod parse(String text) {
        var bounds = text.trim().split("\\s*[-–~]\\s*", -1);
        if (bounds.length != 2) {
            throw new RuleViolation("foundation.calendar.periodUnreadable", text);
        }
        return of(bounds[0], bounds[1]);
    }

    /** Seconds since midnight of a clock time, 0…86 400; {@link RuleViolation} where it is none. */
    public static int secondOfDay(String text) {
        var parts = CLOCK.matcher(text.trim());
        if (!parts.matches()) {
            throw new RuleViolation("foundation.calendar.clock", text);
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = Integer.parseInt(parts.group(2));
        int second = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        int sum = hour * 3600 + minute * 60 + second;
        if (minute > 59 || second > 59 || sum > DAY) {
            throw new RuleViolation("foundation.calendar.clock", text);
        }
        return sum;
    }

    /** The opening, as {@code HH:mm} (with seconds only where there are any). */
    public String opens() {
        return clock(from);
    }

    /** The closing; {@code 24:00} at the end of the day. */
    public String closes() {
        return clock(to);
    }

    boolean overlaps(WorkPeriod other) {
        return from < other.to && other.from < to;
    }

    @Override
    public int compareTo(WorkPeriod other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }

    @Override
    public String toString() {
        return opens() + "-" + closes();
    }

    private static String clock(int second) {
        var text = String.format(Locale.ROOT, "%02d:%02d", second / 3600, second / 60 % 60);
        return second % 60 == 0 ? text : text + String.format(Locale.ROOT, ":%02d", second % 60);
    }
}
