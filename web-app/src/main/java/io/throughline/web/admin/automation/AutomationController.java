package io.throughline.web.admin.automation;

import io.throughline.aftersales.automation.AutomationRuleId;
import io.throughline.aftersales.automation.AutomationRuleQueries;
import io.throughline.aftersales.automation.AutomationRules;
import io.throughline.aftersales.automation.AutomationTrials;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists, shows, tries, writes and switches automation rules. */
@Controller
@RequestMapping("/admin/automation")
@RequiredArgsConstructor
class AutomationController {

    private static final String FORM = "admin/automation/form";
    private static final String HERE = "redirect:/admin/automation/";

    private final AutomationRules rules;
    private final AutomationRuleQueries queries;
    private final AutomationTrials trials;
    private final AutomationPage page;
    private final FormMerge merge;

    @GetMapping
    String list(Viewer viewer, Model model) {
        var found = queries.list(viewer);
        model.addAttribute("rules", found);
        model.addAttribute("lines", page.lines(viewer, found));
        model.addAttribute("language", viewer.locale());
        return "admin/automation/list";
    }

    @GetMapping("/new")
    String start(Viewer viewer, Model model) {
        model.addAttribute("form", AutomationForm.empty());
        page.choices(viewer, model);
        return FORM;
    }

    @PostMapping
    String create(
            Viewer viewer,
            @Valid @ModelAttribute("form") AutomationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var id = rules.create(viewer, form.rule(queries.customers(viewer, form.customerNumbers())));
            Toast.done("web.automation.created").after(redirect);
            return HERE + id.value();
        });
        return next.orElseGet(() -> {
            page.choices(viewer, model);
            return FORM;
        });
    }

    /** @param days how far back the rule is tried; without it, it is not */
    @GetMapping("/{id}")
    String show(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Boolean ran,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var rule = queries.require(viewer, new AutomationRuleId(id));
        model.addAttribute("rule", rule);
        model.addAttribute("said", page.said(viewer, rule));
        model.addAttribute("heading", rule.name(viewer.locale()));
        model.addAttribute("days", days);
        model.addAttribute("trial", days == null ? null : trials.attempt(viewer, rule.terms(), days));
        model.addAttribute("ran", ran);
        var runs = queries.runs(viewer, rule.id(), ran, PageRequest.of(after, before, null));
        model.addAttribute("runs", runs);
        model.addAttribute("reasons", page.reasons(runs.rows()));
        return "admin/automation/detail";
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("form", filled(viewer, new AutomationRuleId(id)));
        model.addAttribute("id", id);
        page.choices(viewer, model);
        return FORM;
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") AutomationForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var rule = new AutomationRuleId(id);
        var edit = new FormEdit<AutomationForm>(
                "aftersales.automation_rule",
                id,
                List.of(),
                () -> FormEdit.Filled.of(filled(viewer, rule)),
                whole -> rules.change(
                        viewer, rule, whole.version(), whole.rule(queries.customers(viewer, whole.customerNumbers()))));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("web.automation.changed").after(redirect);
            return HERE + id;
        }
        model.addAttribute("id", id);
        page.choices(viewer, model);
        return FORM;
    }

    @PostMapping("/{id}/activation")
    String activate(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        rules.activate(viewer, new AutomationRuleId(id), null, true);
        Toast.done("web.automation.activated").after(redirect);
        return HERE + id;
    }

    @PostMapping("/{id}/activation/removal")
    String deactivate(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        rules.activate(viewer, new AutomationRuleId(id), null, false);
        Toast.done("web.automation.deactivated").after(redirect);
        return HERE + id;
    }

    private AutomationForm filled(Viewer viewer, AutomationRuleId id) {
        var rule = queries.require(viewer, id);
        return AutomationForm.of(
                rule, queries.numbers(viewer, rule.terms().when().customers()));
    }
}
