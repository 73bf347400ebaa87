package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.SlaTerms;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.foundation.model.RuleViolation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The targets of a clock on one line, P1 to P4: {@code 30m, 1h, 4h, 1bd}; one for all; {@code -} for none. */
final class Targets {

    private static final String NONE = "-";

    private Targets() {}

    static String write(SlaTerms terms, ClockType type) {
        var line = Arrays.stream(Priority.values())
                .map(priority -> terms.target(type, priority))
                .map(target -> target == null ? NONE : shortest(target))
                .toList();
        if (line.stream().allMatch(NONE::equals)) {
            return "";
        }
        return line.stream().distinct().count() == 1 ? line.get(0) : String.join(", ", line);
    }

    /** Throws {@link RuleViolation} at the field when it cannot be read. */
    static void read(Map<ClockType, Map<Priority, Target>> into, ClockType type, String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        var words =
                Arrays.stream(typed.split("[,，、;；/]", -1)).map(String::strip).toList();
        var priorities = Priority.values();
        if (words.size() != 1 && words.size() != priorities.length) {
            throw new RuleViolation("web.sla.fourTargets", words.size()).at(field);
        }
        var targets = new EnumMap<Priority, Target>(Priority.class);
        for (var priority : priorities) {
            var word = words.get(words.size() == 1 ? 0 : priority.ordinal());
            if (!word.equals(NONE) && !word.equals("–") && !word.equals("—")) {
                targets.put(priority, parse(word, field));
            }
        }
        into.put(type, targets);
    }

    static Map<ClockType, Map<Priority, String>> texts(SlaTerms terms) {
        var texts = new EnumMap<ClockType, Map<Priority, String>>(ClockType.class);
        terms.targets()
                .forEach((type, each) -> texts.put(
                        type,
                        each.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        one -> one.getValue().toString(),
                                        (a, b) -> a,
                                        () -> new EnumMap<>(Priority.class)))));
        return texts;
    }

    static Target parse(String word, String field) {
        try {
            return Target.parse(word);
        } catch (RuleViolation unreadable) {
            throw unreadable.at(field);
        }
    }

    private static String shortest(Target target) {
        if (target instanceof Target.Time time) {
            long minutes = time.working().toMinutes();
            return minutes > 0 && minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
        }
        return target.toString();
    }
}
