package io.throughline.web.demo;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows whether the demo company is here and how large it is; loads it, and removes it after a question. */
@Controller
@RequiredArgsConstructor
class DemoDataController {

    private static final String HERE = "redirect:/admin/demo-data";

    private final DemoCompany company;
    private final Environment environment;

    @GetMapping("/admin/demo-data")
    String show(Viewer viewer, Model model) {
        model.addAttribute("state", company.state(viewer));
        model.addAttribute("production", isProduction());
        return "admin/demo-data";
    }

    @GetMapping("/admin/demo-data/removal")
    String ask(Viewer viewer, Model model) {
        var state = company.state(viewer);
        model.addAttribute("state", state);
        return state.loaded() ? "admin/demo-data-removal" : HERE;
    }

    /** Its sign-ins have a password everybody knows, so never in production. */
    @PostMapping("/admin/demo-data")
    String load(Viewer viewer, RedirectAttributes redirect) {
        try {
            if (isProduction()) {
                throw new RuleViolation("web.demo.notInProduction");
            }
            company.load(viewer);
            Toast.done("web.demo.loaded").after(redirect);
        } catch (RuleViolation e) {
            refused(e, redirect);
        }
        return HERE;
    }

    @PostMapping("/admin/demo-data/removal")
    String remove(Viewer viewer, RedirectAttributes redirect) {
        try {
            company.remove(viewer);
            Toast.done("web.demo.removed").after(redirect);
        } catch (RuleViolation e) {
            refused(e, redirect);
        }
        return HERE;
    }

    private boolean isProduction() {
        return environment.acceptsProfiles(Profiles.of("prod"));
    }

    private static void refused(RuleViolation e, RedirectAttributes redirect) {
        var names = e.args().length > 0 ? String.valueOf(e.args()[0]) : "";
        Toast.refused(e.key(), names).after(redirect);
    }
}
