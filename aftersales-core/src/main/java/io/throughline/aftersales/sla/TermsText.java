package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.customer.CustomerTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Terms as lines that people can read in the audit log: {@code basis CUSTOMER}, {@code FIRST_RESPONSE P1 30m}, {@code level} … */
final class TermsText {

    private static final String LEVEL = "level";
    private static final String CUSTOMER_HOURS = "customer-hours";

    private TermsText() {}

    static String write(SlaTerms terms) {
        var text = new StringBuilder();
        line(text, "basis", terms.basis());
        lines(text, "customers", terms.customers());
        lines(text, "tiers", terms.tiers());
        lines(text, "kinds", terms.kinds());
        lines(text, "priorities", terms.priorities());
        line(text, "calendar", terms.calendar().value());
        var site = terms.site();
        if (site != null) {
            line(text, "site", site.value());
        }
        if (terms.customerHours()) {
            line(text, CUSTOMER_HOURS, "yes");
        }
        terms.targets()
                .forEach((type, each) -> each.forEach((priority, target) -> line(text, type + " " + priority, target)));
        terms.levels().forEach(level -> line(text, LEVEL, level));
        return text.toString();
    }

    static SlaTerms read(String text) {
        var fields = new HashMap<String, String>();
        var targets = new EnumMap<ClockType, Map<Priority, Target>>(ClockType.class);
        var levels = new ArrayList<EscalationLevel>();
        text.lines().forEach(line -> {
            var words = line.split(" ");
            if (words[0].equals(LEVEL)) {
                levels.add(LevelText.read(line.substring(LEVEL.length() + 1)));
            } else if (words.length == 3) {
                targets.computeIfAbsent(ClockType.valueOf(words[0]), type -> new EnumMap<>(Priority.class))
                        .put(Priority.valueOf(words[1]), Target.parse(words[2]));
            } else {
                fields.put(words[0], words[1]);
            }
        });
        var site = fields.get("site");
        return new SlaTerms(
                PolicyBasis.valueOf(fields.getOrDefault("basis", "")),
                set(fields.get("customers"), Long::valueOf),
                set(fields.get("tiers"), CustomerTier::valueOf),
                set(fields.get("kinds"), TicketKind::valueOf),
                set(fields.get("priorities"), Priority::valueOf),
                new WorkCalendarId(Long.parseLong(fields.getOrDefault("calendar", ""))),
                site == null ? null : new WorkCalendarId(Long.parseLong(site)),
                fields.containsKey(CUSTOMER_HOURS),
                targets,
                levels);
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void lines(StringBuilder text, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            line(text, name, values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    private static <T> Set<T> set(@org.jspecify.annotations.Nullable String values, Function<String, T> read) {
        return values == null
                ? Set.of()
                : Arrays.stream(values.split(",")).map(read).collect(Collectors.toSet());
    }
}
