package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.EscalationLevel;
import io.throughline.aftersales.sla.SlaPolicyDetail;
import io.throughline.aftersales.sla.SlaPolicyQueries;
import io.throughline.aftersales.sla.SlaPolicyQueries.Named;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Offset;
import io.throughline.aftersales.sla.clock.OffsetUnit;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketDetailQueries.Choice;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Levels of escalation in words, and what their form offers. */
@Component
@RequiredArgsConstructor
class LevelPage {

    private final SlaPolicyQueries queries;
    private final TicketDetailQueries tickets;
    private final Words words;

    /**
     * @param when for example “Resolution · 50 % of the target before due”
     * @param where the criteria, blank where there are none
     * @param what the actions
     */
    record LevelRow(int number, String when, String where, String what) {}

    List<LevelRow> rows(Viewer viewer, List<EscalationLevel> levels) {
        if (levels.isEmpty()) {
            return List.of();
        }
        var people = queries.named(viewer, levels);
        var teams = tickets.hands(viewer).teams().stream()
                .collect(Collectors.toMap(Choice::id, choice -> choice.name(viewer.locale())));
        return IntStream.range(0, levels.size())
                .mapToObj(at -> row(at + 1, levels.get(at), people, teams))
                .toList();
    }

    void choices(Viewer viewer, SlaPolicyDetail policy, @Nullable Integer number, Model model) {
        var hands = tickets.hands(viewer);
        model.addAttribute("policy", policy);
        model.addAttribute("number", number);
        model.addAttribute("chinese", viewer.locale().getLanguage().equals("zh"));
        model.addAttribute("clocks", words.options(ClockType.values()));
        model.addAttribute("sides", words.options(OffsetSide.values()));
        model.addAttribute("units", words.options(OffsetUnit.values()));
        model.addAttribute("kinds", words.options(TicketKind.values()));
        model.addAttribute("priorities", words.options(Priority.values()));
        model.addAttribute("listeners", words.options(TicketListener.values()));
        model.addAttribute("teams", options(viewer, hands.teams()));
        model.addAttribute("colleagues", options(viewer, hands.people()));
    }

    private LevelRow row(int number, EscalationLevel level, Map<Long, Named> people, Map<Long, String> teams) {
        return new LevelRow(
                number,
                words.of(level.clock()) + " · " + when(level.offset()),
                where(level, teams),
                what(level, people, teams));
    }

    private String when(Offset offset) {
        if (offset.isAtDue()) {
            return words.text("web.sla.atDue");
        }
        var side = offset.isBefore() ? "before" : "after";
        return words.text("web.sla." + side + "." + offset.unit().name(), Math.abs(offset.amount()));
    }

    private String where(EscalationLevel level, Map<Long, String> teams) {
        var parts = new ArrayList<String>();
        add(parts, level.kinds().stream().map(words::of));
        add(parts, level.priorities().stream().map(words::of));
        add(parts, level.teams().stream().map(id -> teams.getOrDefault(id, "—")));
        if (level.unassigned()) {
            parts.add(words.text("web.sla.ifUnassigned"));
        }
        return String.join(" · ", parts);
    }

    private String what(EscalationLevel level, Map<Long, Named> people, Map<Long, String> teams) {
        var parts = new ArrayList<String>();
        var told = Stream.concat(
                        level.tell().stream().map(words::of),
                        level.people().stream().map(id -> name(people, id)))
                .collect(Collectors.joining(words.text("web.sla.and")));
        if (!told.isEmpty()) {
            parts.add(words.text("web.sla.tells", told));
        }
        if (level.raise()) {
            parts.add(words.text("web.sla.raises"));
        }
        var team = level.team();
        if (team != null) {
            parts.add(words.text("web.sla.setsTeam", teams.getOrDefault(team, "—")));
        }
        var assignee = level.assignee();
        if (assignee != null) {
            parts.add(words.text("web.sla.assigns", name(people, assignee)));
        }
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, Stream<String> alternatives) {
        var text = alternatives.collect(Collectors.joining(words.text("web.sla.or")));
        if (!text.isEmpty()) {
            parts.add(text);
        }
    }

    private static String name(Map<Long, Named> people, long id) {
        var named = people.get(id);
        return named == null ? "—" : named.name();
    }

    private static List<Option> options(Viewer viewer, Collection<Choice> choices) {
        return choices.stream()
                .map(choice -> new Option(String.valueOf(choice.id()), choice.name(viewer.locale())))
                .toList();
    }
}
