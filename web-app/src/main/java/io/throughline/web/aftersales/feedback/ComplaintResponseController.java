package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.Complaints;
import io.throughline.aftersales.feedback.ProposeResponse;
import io.throughline.aftersales.feedback.Reason;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.io.Serializable;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The response to a complaint: proposed, approved, communicated, and what the complainant says to it. */
@Controller
@RequestMapping("/tickets/{number}/complaint")
@RequiredArgsConstructor
class ComplaintResponseController {

    private final ComplaintPage page;
    private final Complaints complaints;

    @PostMapping("/response")
    String propose(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("propose") ProposeResponse form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return typed(
                viewer, number, errors, model, redirect, "proposed", () -> complaints.propose(viewer, number, form));
    }

    @PostMapping("/response/approval")
    String approve(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        return pressed(number, redirect, "approved", () -> complaints.approve(viewer, number));
    }

    @PostMapping("/response/rejection")
    String reject(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("because") Reason form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return typed(
                viewer, number, errors, model, redirect, "rejected", () -> complaints.reject(viewer, number, form));
    }

    @PostMapping("/communication")
    String communicate(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        return pressed(number, redirect, "communicated", () -> complaints.communicate(viewer, number));
    }

    @PostMapping("/acceptance")
    String accept(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        return pressed(number, redirect, "accepted", () -> complaints.accept(viewer, number));
    }

    @PostMapping("/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("because") Reason form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return typed(viewer, number, errors, model, redirect, "refused", () -> complaints.refuse(viewer, number, form));
    }

    private String typed(
            Viewer viewer,
            String number,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            String done,
            Runnable deed) {
        return FormErrors.tried(errors, () -> {
                    deed.run();
                    Toast.done("aftersales.feedback.done." + done).after(redirect);
                    return "redirect:/tickets/" + number + "/complaint";
                })
                .orElseGet(() -> page.show(viewer, number, model));
    }

    private static String pressed(String number, RedirectAttributes redirect, String done, Runnable deed) {
        try {
            deed.run();
            Toast.done("aftersales.feedback.done." + done).after(redirect);
        } catch (RuleViolation violation) {
            var args = Arrays.stream(violation.args()).map(String::valueOf).toArray(Serializable[]::new);
            Toast.refused(violation.key(), args).after(redirect);
        }
        return "redirect:/tickets/" + number + "/complaint";
    }
}
