package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.AcknowledgeComplaint;
import io.throughline.aftersales.feedback.AppointInvestigator;
import io.throughline.aftersales.feedback.AssessComplaint;
import io.throughline.aftersales.feedback.CloseComplaint;
import io.throughline.aftersales.feedback.Complaints;
import io.throughline.aftersales.feedback.EscalateComplaint;
import io.throughline.aftersales.feedback.RecordFindings;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One complaint: its page, and the steps from the acknowledgement to what was found, then to its end. */
@Controller
@RequestMapping("/tickets/{number}/complaint")
@RequiredArgsConstructor
class ComplaintController {

    private final ComplaintPage page;
    private final Complaints complaints;

    @GetMapping
    String show(Viewer viewer, @PathVariable String number, Model model) {
        return page.show(viewer, number, model);
    }

    @PostMapping("/acknowledgement")
    String acknowledge(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("acknowledge") AcknowledgeComplaint form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(
                viewer,
                number,
                errors,
                model,
                redirect,
                "acknowledged",
                () -> complaints.acknowledge(viewer, number, form));
    }

    @PostMapping("/assessment")
    String assess(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("assess") AssessComplaint form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, "assessed", () -> complaints.assess(viewer, number, form));
    }

    @PostMapping("/investigation")
    String investigate(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("investigate") AppointInvestigator form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(
                viewer,
                number,
                errors,
                model,
                redirect,
                "appointed",
                () -> complaints.investigate(viewer, number, form));
    }

    @PostMapping("/findings")
    String find(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("find") RecordFindings form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, "found", () -> complaints.find(viewer, number, form));
    }

    @PostMapping("/escalation")
    String escalate(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("escalate") EscalateComplaint form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(
                viewer, number, errors, model, redirect, "escalated", () -> complaints.escalate(viewer, number, form));
    }

    @PostMapping("/closure")
    String close(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("close") CloseComplaint form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, "closed", () -> complaints.close(viewer, number, form));
    }

    private String step(
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
}
