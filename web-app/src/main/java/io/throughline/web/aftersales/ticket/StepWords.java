package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.StepChange;
import io.throughline.aftersales.ticket.StepPreview;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what steps would change, in the reader's language, with people and teams by name. */
@Component
@RequiredArgsConstructor
class StepWords {

    private final TicketDetailQueries queries;
    private final TicketWords ticketWords;
    private final Words words;

    /**
     * A ticket's changes ready to print.
     *
     * @param refusal why none of it is done; empty where nothing stands against it
     */
    record Line(String number, String subject, List<Change> changes, String refusal) {}

    /** @param from empty for none */
    record Change(String field, String from, String to) {}

    Line of(Viewer viewer, StepPreview preview) {
        return of(viewer, List.of(preview)).get(0);
    }

    /** One statement for all names, however many tickets there are. */
    List<Line> of(Viewer viewer, List<StepPreview> previews) {
        var hands = queries.hands(viewer);
        Map<String, String> names = Stream.concat(
                        hands.teams().stream().map(team -> Map.entry("TEAM" + team.id(), team.name(viewer.locale()))),
                        hands.people().stream().map(one -> Map.entry("ASSIGNEE" + one.id(), one.nameZh())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
        return previews.stream()
                .map(one -> new Line(
                        one.number(),
                        one.subject(),
                        one.changes().stream()
                                .map(change -> change(change, names))
                                .toList(),
                        one.refusal() == null
                                ? ""
                                : words.text(one.refusal(), one.args().toArray())))
                .toList();
    }

    private Change change(StepChange change, Map<String, String> names) {
        return new Change(
                words.text("aftersales.ticket.changed." + change.field()),
                value(change.field(), change.from(), names),
                value(change.field(), change.to(), names));
    }

    private String value(String field, @Nullable String value, Map<String, String> names) {
        if (value == null) {
            return field.equals("ASSIGNEE") ? words.text("shell.nobody") : "";
        }
        return switch (field) {
            case "STATUS" -> ticketWords.statusName(value);
            case "PRIORITY" -> words.of("Priority", value);
            case "TAGS" -> value.replace(",", ", ");
            default -> names.getOrDefault(field + value, value);
        };
    }
}
