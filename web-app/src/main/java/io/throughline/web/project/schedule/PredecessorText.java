package io.throughline.web.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.LagUnit;
import io.throughline.project.schedule.LinkTasks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Predecessors as planners write them in the grid: {@code 3}, {@code 3SS}, {@code 3FS+2d, HTC-5FF-4h}. */
final class PredecessorText {

    private static final Pattern PART =
            Pattern.compile("(\\d{1,6})(FS|SS|FF|SF)?(?:([+-])(\\d{1,5}(?:\\.\\d{1,2})?)(ED|EH|EM|E%|D|H|M|%|天|日)?)?");

    /** Minutes of a unit; of a percent, hundredths of a percent. */
    private static final Map<String, Integer> UNITS =
            Map.of("D", 480, "天", 480, "日", 480, "H", 60, "M", 1, "ED", 1440, "EH", 60, "EM", 1, "%", 100, "E%", 100);

    private PredecessorText() {}

    /** Throws {@link RuleViolation} naming the part that is none; empty text is no predecessor. */
    static List<LinkTasks> parse(String key, String text) {
        var links = new ArrayList<LinkTasks>();
        for (var typed : text.split("[,;，；、]")) {
            var part = typed.replace(" ", "").toUpperCase(Locale.ROOT);
            if (!part.isEmpty()) {
                links.add(link(part.startsWith(key + "-") ? part.substring(key.length() + 1) : part, typed.strip()));
            }
        }
        return links;
    }

    private static LinkTasks link(String part, String typed) {
        var found = PART.matcher(part);
        if (!found.matches()) {
            throw new RuleViolation("project.schedule.notAPredecessor", typed);
        }
        var unit = found.group(5) == null ? "D" : found.group(5);
        return new LinkTasks(
                Integer.valueOf(found.group(1)),
                type(found.group(2)),
                lag(found.group(3), found.group(4), UNITS.getOrDefault(unit, 1)),
                unit(unit));
    }

    private static LagUnit unit(String unit) {
        boolean elapsed = unit.startsWith("E");
        if (unit.endsWith("%")) {
            return elapsed ? LagUnit.ELAPSED_PERCENT : LagUnit.PERCENT;
        }
        return elapsed ? LagUnit.ELAPSED : LagUnit.WORKING;
    }

    private static DependencyType type(@Nullable String code) {
        return Arrays.stream(DependencyType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElse(DependencyType.FINISH_TO_START);
    }

    private static @Nullable Long lag(@Nullable String sign, @Nullable String amount, int unit) {
        if (sign == null || amount == null) {
            return null;
        }
        long size = new BigDecimal(amount).multiply(BigDecimal.valueOf(unit)).longValue();
        return sign.equals("-") ? -size : size;
    }
}
