package io.throughline.project.schedule.planfile;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people type them and programs print them, in Chinese and English. */
public final class DateText {
    private static final int LONGEST = 60;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\(?((mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\b[.,]?|(周|星期|礼拜)[一二三四五六日天])\\)?");
    private static final Pattern TIME = Pattern.compile(
            "(?<![0-9])(上午|下午|am |pm )? ?([0-9]{1,2})[:时点]([0-9]{2})?分?(?::([0-9]{2})(?:[.][0-9]{1,9})?)? ?(am|pm)?$");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<![0-9])([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})");
    private static final Pattern DAY_MONTH =
            Pattern.compile("([0-9]{1,2})[- ]([a-z]{3,9})[.,]?[- ]([0-9]{4}|[0-9]{2})");
    private static final Pattern MONTH_DAY = Pattern.compile("([a-z]{3,9})[.]? ([0-9]{1,2}),? ([0-9]{4}|[0-9]{2})");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    private final boolean dayFirst;

    /** @param dayFirst how to read 3/4/2026: as 3 April, else as March 4th */
    public DateText(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    /** @param timeless whether only the day was written */
    public record Value(LocalDateTime time, boolean timeless) {}

    /** What the values of a file tell about the order of day and month; null where none of them needs an order. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        OPEN
    }

    public static @Nullable Order orderOf(Iterable<String> values) {
        Order order = null;
        for (var value : values) {
            if (value.length() > LONGEST) {
                continue;
            }
            var match = YEAR_LAST.matcher(plain(value));
            if (match.find() && !match.group(2).equals(".")) {
                if (Integer.parseInt(match.group(1)) > 12) {
                    return Order.DAY_FIRST;
                }
                if (Integer.parseInt(match.group(3)) > 12) {
                    return Order.MONTH_FIRST;
                }
                order = Order.OPEN;
            }
        }
        return order;
    }

    /** Null when it is not a date. */
    @Nullable
    public Value parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var rest = plain(text);
        try {
            var match = TIME.matcher(rest);
            if (match.find()) {
                var date = date(rest.substring(0, match.start()).strip());
                return date == null ? null : new Value(date.atTime(time(match)), false);
            }
            var date = date(rest);
            return date == null ? null : new Value(date.atStartOfDay(), true);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String plain(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll("(?<=[0-9])t(?=[0-9])", " ");
        return WEEKDAY.matcher(plain).replaceAll("").strip();
    }

    private @Nullable LocalDate date(String text) {
        Matcher match = YEAR_FIRST.matcher(text);
        if (match.matches()) {
            return of(match.group(1), match.group(2), match.group(3));
        }
        match = COMPACT.matcher(text);
        if (match.matches()) {
            return of(match.group(1), match.group(2), match.group(3));
        }
        match = YEAR_LAST.matcher(text);
        if (match.matches()) {
            boolean first = dayFirst || match.group(2).equals(".");
            return of(match.group(4), match.group(first ? 3 : 1), match.group(first ? 1 : 3));
        }
        match = DAY_MONTH.matcher(text);
        if (match.matches()) {
            return of(match.group(3), month(match.group(2)), match.group(1));
        }
        match = MONTH_DAY.matcher(text);
        return match.matches() ? of(match.group(3), month(match.group(1)), match.group(2)) : null;
    }

    private static LocalDate of(String year, String month, String day) {
        int y = Integer.parseInt(year);
        return LocalDate.of(y < 100 ? 2000 + y : y, Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.substring(0, 3)) + 1);
    }

    private static LocalTime time(Matcher match) {
        int hour = Integer.parseInt(match.group(2));
        int minute = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        int second = match.group(4) == null ? 0 : Integer.parseInt(match.group(4));
        var half =
                (match.group(1) == null ? "" : match.group(1).strip()) + (match.group(5) == null ? "" : match.group(5));
        if ((half.equals("下午") || half.equals("pm")) && hour < 12) {
            hour += 12;
        } else if ((half.equals("上午") || half.equals("am")) && hour == 12) {
            hour = 0;
        }
        return LocalTime.of(hour, minute, second);
    }
}
