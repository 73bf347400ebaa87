package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.Gates;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.WaiveCriterion;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Waives, confirms and adds single criteria of a gate. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/gates/{phase}")
class GateCriterionController {

    private final Gates gates;
    private final GatePage page;

    @PostMapping("/waivers")
    String waive(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @Valid @ModelAttribute("waiver") WaiveCriterion form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            gates.waive(viewer, key, phase, form);
            return done("project.gate.toast.waiverAsked", key, phase, redirect);
        });
        return next.orElseGet(() -> page.fill(viewer, key, phase, model));
    }

    @PostMapping("/waivers/{criterion}/grant")
    String grant(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @PathVariable String criterion,
            RedirectAttributes redirect) {
        gates.decideWaiver(viewer, key, phase, criterion, true);
        return done("project.gate.toast.waiverGranted", key, phase, redirect);
    }

    @PostMapping("/waivers/{criterion}/refusal")
    String refuse(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @PathVariable String criterion,
            RedirectAttributes redirect) {
        gates.decideWaiver(viewer, key, phase, criterion, false);
        return done("project.gate.toast.waiverRefused", key, phase, redirect);
    }

    @PostMapping("/criteria")
    String add(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @ModelAttribute("own") GatePage.OwnCriterion form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            gates.addCriterion(viewer, key, phase, Objects.requireNonNullElse(form.name(), ""));
            return done("project.gate.toast.criterionAdded", key, phase, redirect);
        });
        return next.orElseGet(() -> page.fill(viewer, key, phase, model));
    }

    @PostMapping("/criteria/{criterion}/confirmation")
    String confirm(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @PathVariable String criterion,
            RedirectAttributes redirect) {
        gates.confirm(viewer, key, phase, criterion, true);
        Toast.done("project.gate.toast.confirmed")
                .undo(address(key, phase) + "/criteria/" + criterion + "/confirmation/removal")
                .after(redirect);
        return "redirect:" + address(key, phase);
    }

    @PostMapping("/criteria/{criterion}/confirmation/removal")
    String unconfirm(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @PathVariable String criterion,
            RedirectAttributes redirect) {
        gates.confirm(viewer, key, phase, criterion, false);
        return done("project.gate.toast.unconfirmed", key, phase, redirect);
    }

    private static String done(String message, String key, Phase phase, RedirectAttributes redirect) {
        Toast.done(message).after(redirect);
        return "redirect:" + address(key, phase);
    }

    private static String address(String key, Phase phase) {
        return "/projects/" + key + "/gates/" + phase;
    }
}
