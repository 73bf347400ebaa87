package io.throughline.web.portal;

import io.throughline.aftersales.feedback.PortalComplaints;
import io.throughline.aftersales.feedback.Reason;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.io.Serializable;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a complainant says to our response. */
@Controller
@RequestMapping("/portal/tickets/{number}/complaint")
@RequiredArgsConstructor
class PortalComplaintController {

    private final PortalComplaints complaints;

    @PostMapping("/acceptance")
    String accept(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        return answer(number, "portal.complaint.accepted", redirect, () -> complaints.accept(viewer, number));
    }

    @PostMapping("/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("reason") Reason form,
            BindingResult errors,
            RedirectAttributes redirect) {
        return answer(number, "portal.complaint.refused", redirect, () -> {
            if (errors.hasErrors()) {
                throw new RuleViolation("portal.complaint.reason").at("reason");
            }
            complaints.refuse(viewer, number, form);
        });
    }

    private static String answer(String number, String done, RedirectAttributes redirect, Runnable deed) {
        try {
            deed.run();
            Toast.done(done).after(redirect);
        } catch (RuleViolation violation) {
            var args = Arrays.stream(violation.args()).map(String::valueOf).toArray(Serializable[]::new);
            Toast.refused(violation.key(), args).after(redirect);
        }
        return "redirect:/portal/tickets/" + number;
    }
}
