package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AssignmentStrategy;
import io.throughline.aftersales.assignment.DutyQueries;
import io.throughline.aftersales.assignment.RuleOfTeam;
import io.throughline.aftersales.assignment.TicketLanguage;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a team's rule offers to choose. */
@Component
@RequiredArgsConstructor
class RulePage {

    private static final int BEST = 5;

    private final WorkCalendarQueries calendars;
    private final DutyQueries duty;
    private final Words words;

    void fill(Viewer viewer, RuleOfTeam rule, Model model) {
        var locale = viewer.locale();
        model.addAttribute("rule", rule);
        model.addAttribute("heading", rule.team(locale));
        model.addAttribute("place", place(viewer));
        model.addAttribute("strategies", words.options(AssignmentStrategy.values()));
        model.addAttribute("kinds", words.options(TicketKind.values()));
        model.addAttribute("languages", words.options(TicketLanguage.values()));
        model.addAttribute("skills", duty.skills(viewer));
        model.addAttribute(
                "levels",
                IntStream.rangeClosed(1, BEST)
                        .mapToObj(level ->
                                new Option(String.valueOf(level), words.text("aftersales.assignment.levelFrom", level)))
                        .toList());
        model.addAttribute(
                "shifts",
                calendars.list(viewer).stream()
                        .map(one -> new Option(String.valueOf(one.id().value()), one.nameIn(locale)))
                        .toList());
    }

    /** Administrators come by their menu, managers from the tickets. */
    static String place(Viewer viewer) {
        return viewer.has(Role.ADMIN) ? "admin.assignment" : "tickets";
    }
}
