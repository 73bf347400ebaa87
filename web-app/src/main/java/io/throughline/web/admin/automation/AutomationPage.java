package io.throughline.web.admin.automation;

import io.throughline.aftersales.automation.AutomationRuleQueries;
import io.throughline.aftersales.automation.AutomationRuleQueries.RuleRow;
import io.throughline.aftersales.automation.AutomationRuleQueries.RunRow;
import io.throughline.aftersales.automation.Occasion;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketDetailQueries.Choice;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketListener;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Rules in words, and what their form offers. */
@Component
@RequiredArgsConstructor
class AutomationPage {

    private static final Set<String> NOT_FOR_RULES =
            Set.of(TicketStatus.NEW, TicketStatus.ON_HOLD, TicketStatus.MERGED);

    private final AutomationRuleQueries queries;
    private final TicketDetailQueries tickets;
    private final TicketStatuses statuses;
    private final Words words;

    /**
     * A rule in words.
     *
     * @param when the occasion
     * @param only the conditions; empty where every ticket fits
     * @param then what is done
     */
    record Said(String when, List<Line> only, List<Line> then) {}

    /** @param name blank where the text says it all */
    record Line(String name, String text) {}

    /** Names of what rules refer to, by id. */
    private record Names(Map<Long, String> teams, Map<Long, String> people) {}

    void choices(Viewer viewer, Model model) {
        var hands = tickets.hands(viewer);
        model.addAttribute("occasions", words.options(Occasion.values()));
        model.addAttribute("waitUnits", words.options(WaitUnit.values()));
        model.addAttribute("kinds", words.options(TicketKind.values()));
        model.addAttribute("priorities", words.options(Priority.values()));
        model.addAttribute("channels", words.options(Channel.values()));
        model.addAttribute("tiers", words.options(CustomerTier.values()));
        model.addAttribute("listeners", words.options(TicketListener.values()));
        model.addAttribute("statuses", options(viewer, code -> true));
        model.addAttribute("nextStatuses", options(viewer, code -> !NOT_FOR_RULES.contains(code)));
        model.addAttribute("teams", options(viewer, hands.teams()));
        model.addAttribute("colleagues", options(viewer, hands.people()));
    }

    /** The occasion and what is done, of each rule in a line. */
    Map<Long, Said> lines(Viewer viewer, List<RuleRow> rules) {
        if (rules.isEmpty()) {
            return Map.of();
        }
        var names = names(viewer);
        return rules.stream()
                .collect(Collectors.toMap(rule -> rule.id().value(), rule -> said(viewer, rule, names, List.of())));
    }

    Said said(Viewer viewer, RuleRow rule) {
        var customers = queries.numbers(viewer, rule.terms().when().customers());
        return said(viewer, rule, names(viewer), customers);
    }

    /** Why runs failed, by their id, as far as that was foreseen. */
    Map<Long, String> reasons(List<RunRow> runs) {
        var reasons = new HashMap<Long, String>();
        for (var run : runs) {
            if (run.reason() != null) {
                reasons.put(run.id(), words.text(run.reason(), run.reasonArgs().toArray()));
            }
        }
        return reasons;
    }

    private Said said(Viewer viewer, RuleRow rule, Names names, List<String> customers) {
        return new Said(when(rule), only(viewer, rule, names, customers), then(viewer, rule, names));
    }

    private String when(RuleRow rule) {
        var wait = rule.terms().waitMinutes();
        var occasion = words.of(rule.terms().occasion());
        if (wait == null) {
            return occasion;
        }
        var unit = WaitUnit.of(wait);
        return words.text(
                "web.automation.waits", occasion, words.text("web.automation.for." + unit, unit.amount(wait)));
    }

    private List<Line> only(Viewer viewer, RuleRow rule, Names names, List<String> customers) {
        var when = rule.terms().when();
        var lines = new ArrayList<Line>();
        any(lines, "kinds", when.kinds().stream().map(words::of));
        any(lines, "priorities", when.priorities().stream().map(words::of));
        any(lines, "statuses", when.statuses().stream().map(code -> status(viewer, code)));
        any(lines, "channels", when.channels().stream().map(words::of));
        any(lines, "tiers", when.tiers().stream().map(words::of));
        any(lines, "customers", customers.stream());
        any(lines, "teams", when.teams().stream().map(id -> names.teams().getOrDefault(id, "—")));
        any(lines, "tags", when.tags().stream());
        any(lines, "withoutTags", when.withoutTags().stream());
        any(lines, "words", when.words().stream());
        if (when.unassigned()) {
            lines.add(new Line("", words.text("web.automation.unassigned")));
        }
        if (when.complaint()) {
            lines.add(new Line("", words.text("web.automation.complaint")));
        }
        return lines;
    }

    private List<Line> then(Viewer viewer, RuleRow rule, Names names) {
        var then = rule.terms().then();
        var lines = new ArrayList<Line>();
        one(lines, "priority", then.priority() == null ? null : words.of(then.priority()));
        one(lines, "status", then.status() == null ? null : status(viewer, then.status()));
        one(lines, "team", then.team() == null ? null : names.teams().getOrDefault(then.team(), "—"));
        one(lines, "assignee", then.assignee() == null ? null : names.people().getOrDefault(then.assignee(), "—"));
        if (then.byRule() != null) {
            lines.add(new Line(words.text("web.automation.assignee"), words.text("web.automation.byTeamsRule")));
        }
        any(lines, "addTags", then.addTags().stream());
        any(lines, "removeTags", then.removeTags().stream());
        any(lines, "tell", then.tell().stream().map(words::of));
        one(lines, "note", then.note());
        one(lines, "answer", viewer.locale().getLanguage().equals("zh") ? then.answerZh() : then.answerEn());
        return lines;
    }

    private void any(List<Line> lines, String field, Stream<String> values) {
        var text = values.collect(Collectors.joining(words.text("web.automation.or")));
        one(lines, field, text.isEmpty() ? null : text);
    }

    private void one(List<Line> lines, String field, @Nullable String text) {
        if (text != null) {
            lines.add(new Line(words.text("web.automation." + field), text));
        }
    }

    private Names names(Viewer viewer) {
        var hands = tickets.hands(viewer);
        return new Names(byId(viewer, hands.teams()), byId(viewer, hands.people()));
    }

    private static Map<Long, String> byId(Viewer viewer, Collection<Choice> choices) {
        return choices.stream().collect(Collectors.toMap(Choice::id, choice -> choice.name(viewer.locale())));
    }

    private String status(Viewer viewer, String code) {
        return statuses.all().stream()
                .filter(status -> status.code().equals(code))
                .findFirst()
                .map(status -> name(viewer, status))
                .orElse(code);
    }

    private String name(Viewer viewer, TicketStatus status) {
        return status.builtIn() ? words.of("TicketStatus", status.code()) : status.name(viewer.locale());
    }

    private List<Option> options(Viewer viewer, Predicate<String> offered) {
        return statuses.all().stream()
                .filter(status -> offered.test(status.code()))
                .map(status -> new Option(status.code(), name(viewer, status)))
                .toList();
    }

    private static List<Option> options(Viewer viewer, Collection<Choice> choices) {
        return choices.stream()
                .map(choice -> new Option(String.valueOf(choice.id()), choice.name(viewer.locale())))
                .toList();
    }
}
