package io.throughline.aftersales.sla;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Offset;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketListener;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A level as one line that people can read in the audit log: {@code RESOLUTION -50% if-priorities=P1,P2 if-unassigned
 * tell=OWNER,TEAM people=12 raise assignee=5 team=3}.
 */
final class LevelText {

    private LevelText() {}

    static String write(EscalationLevel level) {
        var text = new StringBuilder().append(level.clock()).append(' ').append(level.offset());
        words(text, "if-kinds", level.kinds());
        words(text, "if-priorities", level.priorities());
        words(text, "if-teams", level.teams());
        flag(text, "if-unassigned", level.unassigned());
        words(text, "tell", level.tell());
        words(text, "people", level.people());
        flag(text, "raise", level.raise());
        word(text, "assignee", level.assignee());
        word(text, "team", level.team());
        return text.toString();
    }

    static EscalationLevel read(String line) {
        var words = line.split(" ");
        var said = new HashMap<String, String>();
        Arrays.stream(words).skip(2).forEach(word -> {
            int equals = word.indexOf('=');
            said.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        });
        return new EscalationLevel(
                ClockType.valueOf(words[0]),
                Offset.parse(words[1]),
                set(said.get("if-kinds"), TicketKind::valueOf),
                set(said.get("if-priorities"), Priority::valueOf),
                set(said.get("if-teams"), Long::valueOf),
                said.containsKey("if-unassigned"),
                set(said.get("tell"), TicketListener::valueOf),
                set(said.get("people"), Long::valueOf),
                said.containsKey("raise"),
                id(said.get("assignee")),
                id(said.get("team")));
    }

    private static void words(StringBuilder text, String name, Collection<?> values) {
        word(
                text,
                name,
                values.isEmpty() ? null : values.stream().map(Object::toString).collect(joining(",")));
    }

    private static void word(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(' ').append(name).append('=').append(value);
        }
    }

    private static void flag(StringBuilder text, String name, boolean set) {
        if (set) {
            text.append(' ').append(name);
        }
    }

    private static <T> Set<T> set(@Nullable String values, Function<String, T> read) {
        return values == null
                ? Set.of()
                : Arrays.stream(values.split(",")).map(read).collect(toSet());
    }

    private static @Nullable Long id(@Nullable String value) {
        return value == null ? null : Long.valueOf(value);
    }
}
