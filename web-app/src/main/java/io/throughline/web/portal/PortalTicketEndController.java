package io.throughline.web.portal;

import io.throughline.aftersales.survey.AnswerSurvey;
import io.throughline.aftersales.survey.Ratings;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.io.Serializable;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a ticket ends for its customer: confirmed, objected to, rated. */
@Controller
@RequiredArgsConstructor
class PortalTicketEndController {

    private final PortalTickets tickets;
    private final Ratings ratings;

    @PostMapping("/portal/tickets/{number}/closure")
    String confirm(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        return answer(number, "portal.ticket.confirmed", redirect, () -> tickets.confirm(viewer, number));
    }

    @PostMapping("/portal/tickets/{number}/objection")
    String object(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String body,
            RedirectAttributes redirect) {
        return answer(number, "portal.ticket.reopened", redirect, () -> tickets.refuse(viewer, number, body));
    }

    @PostMapping("/portal/tickets/{number}/rating")
    String rate(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer rating,
            @RequestParam(required = false) @Nullable Boolean solved,
            @RequestParam(required = false) @Nullable String comment,
            RedirectAttributes redirect) {
        return answer(number, "portal.ticket.rated", redirect, () -> {
            if (rating == null) {
                throw new RuleViolation("aftersales.survey.ratingFromTo", 1, 5).at("rating");
            }
            ratings.rate(viewer, number, new AnswerSurvey(rating, solved, comment));
        });
    }

    private static String answer(String number, String done, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
            Toast.done(done, number).after(redirect);
        } catch (RuleViolation violation) {
            Toast.refused(
                            violation.key(),
                            Arrays.stream(violation.args()).map(String::valueOf).toArray(Serializable[]::new))
                    .after(redirect);
        }
        return "redirect:/portal/tickets/" + number;
    }
}
