package io.throughline.web.aftersales.diagnosis;

import io.throughline.aftersales.diagnosis.DescribeSymptoms;
import io.throughline.aftersales.diagnosis.Diagnoses;
import io.throughline.aftersales.diagnosis.Fix;
import io.throughline.aftersales.diagnosis.GiveWorkaround;
import io.throughline.aftersales.diagnosis.NameCause;
import io.throughline.aftersales.diagnosis.PlanFix;
import io.throughline.aftersales.diagnosis.RefuseFix;
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

/** The diagnosis of one ticket: its page, and the steps from the symptoms to the customer's word. */
@Controller
@RequestMapping("/tickets/{number}/diagnosis")
@RequiredArgsConstructor
class DiagnosisController {

    private final DiagnosisPage page;
    private final Diagnoses diagnoses;

    @GetMapping
    String show(Viewer viewer, @PathVariable String number, Model model) {
        return page.show(viewer, number, model);
    }

    @PostMapping("/symptoms")
    String describe(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("describe") DescribeSymptoms form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, () -> diagnoses.describe(viewer, number, form));
    }

    @PostMapping("/cause")
    String name(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("name") NameCause form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, () -> diagnoses.name(viewer, number, form));
    }

    @PostMapping("/workaround")
    String workAround(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("help") GiveWorkaround form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, () -> diagnoses.workAround(viewer, number, form));
    }

    @PostMapping("/fix-plan")
    String plan(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("planned") PlanFix form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, () -> diagnoses.plan(viewer, number, form));
    }

    @PostMapping("/fix")
    String fix(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("fix") Fix form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, () -> diagnoses.fix(viewer, number, form));
    }

    @PostMapping("/verification")
    String verify(
            Viewer viewer,
            @PathVariable String number,
            @ModelAttribute("said") RefuseFix form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, () -> diagnoses.verify(viewer, number));
    }

    @PostMapping("/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("said") RefuseFix form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return step(viewer, number, errors, model, redirect, () -> diagnoses.refuse(viewer, number, form));
    }

    private String step(
            Viewer viewer,
            String number,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Runnable deed) {
        return FormErrors.tried(errors, () -> {
                    deed.run();
                    Toast.done("aftersales.diagnosis.saved").after(redirect);
                    return "redirect:/tickets/" + number + "/diagnosis";
                })
                .orElseGet(() -> page.show(viewer, number, model));
    }
}
