package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.EscalationLevel;
import io.throughline.aftersales.sla.SlaPolicies;
import io.throughline.aftersales.sla.SlaPolicyDetail;
import io.throughline.aftersales.sla.SlaPolicyId;
import io.throughline.aftersales.sla.SlaPolicyQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Levels of escalation of a policy; what is saved goes into its draft. */
@Controller
@RequestMapping("/admin/sla-policies/{id}/levels")
@RequiredArgsConstructor
class LevelController {

    private static final String FORM = "admin/sla/level";

    private final SlaPolicies policies;
    private final SlaPolicyQueries queries;
    private final LevelPage page;

    @GetMapping("/new")
    String start(Viewer viewer, @PathVariable long id, Model model) {
        var policy = queries.require(viewer, new SlaPolicyId(id));
        model.addAttribute("form", LevelForm.empty(policy.latest().levels().size() + 1, policy.version()));
        page.choices(viewer, policy, null, model);
        return FORM;
    }

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") LevelForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return save(viewer, id, null, form, errors, model, redirect);
    }

    @GetMapping("/{number}/edit")
    String edit(Viewer viewer, @PathVariable long id, @PathVariable int number, Model model) {
        var policy = queries.require(viewer, new SlaPolicyId(id));
        var level = level(policy, number);
        model.addAttribute(
                "form", LevelForm.of(level, number, queries.named(viewer, List.of(level)), policy.version()));
        page.choices(viewer, policy, number, model);
        return FORM;
    }

    @PostMapping("/{number}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @PathVariable int number,
            @Valid @ModelAttribute("form") LevelForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return save(viewer, id, number, form, errors, model, redirect);
    }

    @PostMapping("/{number}/removal")
    String remove(
            Viewer viewer,
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        try {
            policies.removeLevel(viewer, new SlaPolicyId(id), version, number);
            Toast.done("web.sla.drafted").after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(refused.key()).after(redirect);
        } catch (StaleVersion stale) {
            Toast.refused("shell.error.stale").after(redirect);
        }
        return "redirect:/admin/sla-policies/" + id;
    }

    private String save(
            Viewer viewer,
            long id,
            @Nullable Integer number,
            LevelForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var policy = new SlaPolicyId(id);
        var next = FormErrors.tried(errors, () -> {
            var level = form.level(queries.people(viewer, form.logins()));
            policies.putLevel(viewer, policy, form.version(), number, Objects.requireNonNull(form.place()), level);
            Toast.done("web.sla.drafted").after(redirect);
            return "redirect:/admin/sla-policies/" + id;
        });
        return next.orElseGet(() -> {
            page.choices(viewer, queries.require(viewer, policy), number, model);
            return FORM;
        });
    }

    private static EscalationLevel level(SlaPolicyDetail policy, int number) {
        var levels = policy.latest().levels();
        if (number < 1 || number > levels.size()) {
            throw new NotFound("escalation level", number);
        }
        return levels.get(number - 1);
    }
}
