package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileLink.Lag;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations and lags as written: {@code 5 days}, {@code 2.5h}, {@code 3 个工作日}, {@code 2 ewks}, {@code -50%}. A day
 * is 8 hours, a week 5 days, a month 20 days; elapsed ones have 24 hours, 7 and 30 days. A bare number means days.
 */
public final class AmountText {
    private static final Pattern AMOUNT = Pattern.compile("([+-]?) ?([0-9]{1,9}(?:[.,][0-9]{1,6})?) ?([^0-9]{0,20})");
    private static final Map<String, Integer> WORKING = new HashMap<>();
    private static final Map<String, Integer> ELAPSED = new HashMap<>();

    static {
        unit(1, 1, List.of("m", "min", "mins", "minute", "minutes", "分", "分钟"));
        unit(60, 60, List.of("h", "hr", "hrs", "hour", "hours", "时", "小时", "个小时", "工时"));
        unit(480, 1440, List.of("", "d", "dy", "dys", "day", "days", "workday", "workdays", "天", "日", "工作日", "个工作日"));
        unit(2400, 10_080, List.of("w", "wk", "wks", "week", "weeks", "周", "星期", "个星期"));
        unit(9600, 43_200, List.of("mo", "mon", "mons", "month", "months", "月", "个月"));
        unit(115_200, 525_600, List.of("y", "yr", "yrs", "year", "years", "年"));
    }

    private AmountText() {}

    /** Null when it is not an amount of time or a percentage. */
    public static @Nullable Lag parse(String text) {
        if (text.length() > 60) {
            return null;
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('−', '-')
                .replaceAll("[?\\s]+", " ")
                .strip();
        var match = AMOUNT.matcher(plain);
        if (!match.matches()) {
            return null;
        }
        double value = Double.parseDouble(match.group(2).replace(',', '.'));
        return lag(match.group(1).equals("-") ? -value : value, match.group(3).strip());
    }

    private static @Nullable Lag lag(double value, String unit) {
        if (unit.equals("%") || unit.equals("e%")) {
            return new Lag(unit.equals("%") ? Lag.Unit.PERCENT : Lag.Unit.ELAPSED_PERCENT, value);
        }
        var short_ = unit.endsWith("工时") && unit.length() > 2
                ? unit.substring(0, unit.length() - 2).strip()
                : unit;
        var working = WORKING.get(short_);
        if (working != null) {
            return new Lag(Lag.Unit.WORKING, Math.round(value * working));
        }
        var elapsed = ELAPSED.get(
                unit.startsWith("e") ? unit.replaceFirst("e(lapsed)? ?", "") : unit.replaceAll("个?(已用|日历|自然|历时)", ""));
        return elapsed == null ? null : new Lag(Lag.Unit.ELAPSED, Math.round(value * elapsed));
    }

    private static void unit(int working, int elapsed, List<String> words) {
        words.forEach(word -> {
            WORKING.put(word, working);
            ELAPSED.put(word, elapsed);
        });
    }
}
