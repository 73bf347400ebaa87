package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DecideGate;
import io.throughline.project.lifecycle.Gates;
import io.throughline.project.lifecycle.Phase;
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

/** A gate: its criteria as they stand, and the review that decides on it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/gates/{phase}")
class GateController {

    private final Gates gates;
    private final GatePage page;

    @GetMapping
    String show(Viewer viewer, @PathVariable String key, @PathVariable Phase phase, Model model) {
        return page.fill(viewer, key, phase, model);
    }

    @PostMapping("/decision")
    String decide(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable Phase phase,
            @Valid @ModelAttribute("form") DecideGate form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            gates.decide(viewer, key, phase, form);
            Toast.done("project.gate.toast." + form.decision()).after(redirect);
            return "redirect:/projects/" + key;
        });
        return next.orElseGet(() -> page.fill(viewer, key, phase, model));
    }
}
