package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AssignmentOutcome;
import io.throughline.aftersales.assignment.TicketAssignments;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a ticket to somebody by its team's rule, and shows how the rule sees everybody. */
@Controller
@RequestMapping("/tickets/{number}/assignment/rule")
@RequiredArgsConstructor
class TicketRuleController {

    private final TicketAssignments assignments;
    private final TicketDetailQueries tickets;
    private final AssignmentWords words;

    @GetMapping
    String show(Viewer viewer, @PathVariable String number, Model model) {
        model.addAttribute("ticket", tickets.detail(viewer, number));
        try {
            var choice = assignments.explain(viewer, number);
            model.addAttribute("choice", choice);
            model.addAttribute("verdict", words.verdict(choice));
        } catch (RuleViolation none) {
            model.addAttribute("verdict", words.refusal(none));
        }
        return "aftersales/assignment/ticket";
    }

    @PostMapping
    String assign(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        try {
            said(assignments.byRule(viewer, number)).after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(
                            refused.key(),
                            Arrays.stream(refused.args()).map(String::valueOf).toArray(Serializable[]::new))
                    .after(redirect);
        }
        return "redirect:/tickets/" + number;
    }

    private Toast said(AssignmentOutcome outcome) {
        var chosen = outcome.choice().chosen();
        return chosen == null
                ? Toast.warning("aftersales.assignment.stays", words.verdict(outcome.choice()))
                : Toast.done(
                        "aftersales.assignment.given",
                        chosen.name(),
                        words.reason(Objects.requireNonNull(outcome.reason())));
    }
}
