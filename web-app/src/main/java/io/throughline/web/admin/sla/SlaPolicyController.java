package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.SlaPolicies;
import io.throughline.aftersales.sla.SlaPolicyId;
import io.throughline.aftersales.sla.SlaPolicyQueries;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
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

/** Lists, shows and drafts policies. */
@Controller
@RequestMapping("/admin/sla-policies")
@RequiredArgsConstructor
class SlaPolicyController {

    private static final String FORM = "admin/sla/form";

    private final SlaPolicies policies;
    private final SlaPolicyQueries queries;
    private final SlaPolicyPage page;
    private final LevelPage levels;
    private final FormMerge merge;

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("policies", queries.list(viewer));
        model.addAttribute("calendarNames", page.calendarNames(viewer));
        model.addAttribute("language", viewer.locale());
        return "admin/sla/list";
    }

    @GetMapping("/new")
    String start(Viewer viewer, Model model) {
        model.addAttribute("form", SlaPolicyForm.empty());
        page.choices(viewer, model);
        return FORM;
    }

    @PostMapping
    String create(
            Viewer viewer,
            @Valid @ModelAttribute("form") SlaPolicyForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var id = policies.create(viewer, form.draft(queries.customers(viewer, form.customerNumbers()), List.of()));
            Toast.done("web.sla.drafted").after(redirect);
            return "redirect:/admin/sla-policies/" + id.value();
        });
        return next.orElseGet(() -> {
            page.choices(viewer, model);
            return FORM;
        });
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable long id, Model model) {
        var policy = queries.require(viewer, new SlaPolicyId(id));
        model.addAttribute("policy", policy);
        model.addAttribute("terms", policy.latest());
        model.addAttribute("numbers", queries.numbers(viewer, policy.latest().customers()));
        model.addAttribute("calendarNames", page.calendarNames(viewer));
        model.addAttribute("targets", page.targets(policy.latest()));
        model.addAttribute("levels", levels.rows(viewer, policy.latest().levels()));
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("chinese", viewer.locale().getLanguage().equals("zh"));
        return "admin/sla/detail";
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("form", filled(viewer, new SlaPolicyId(id)));
        model.addAttribute("id", id);
        page.choices(viewer, model);
        return FORM;
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") SlaPolicyForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var policy = new SlaPolicyId(id);
        var edit = new FormEdit<SlaPolicyForm>(
                "aftersales.sla_policy",
                id,
                List.of(),
                () -> FormEdit.Filled.of(filled(viewer, policy)),
                whole -> policies.change(
                        viewer,
                        policy,
                        whole.version(),
                        whole.draft(
                                queries.customers(viewer, whole.customerNumbers()),
                                queries.require(viewer, policy).latest().levels())));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("web.sla.drafted").after(redirect);
            return "redirect:/admin/sla-policies/" + id;
        }
        model.addAttribute("id", id);
        page.choices(viewer, model);
        return FORM;
    }

    private SlaPolicyForm filled(Viewer viewer, SlaPolicyId id) {
        var policy = queries.require(viewer, id);
        return SlaPolicyForm.of(policy, queries.numbers(viewer, policy.latest().customers()));
    }
}
