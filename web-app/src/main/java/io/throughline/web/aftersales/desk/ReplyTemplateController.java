package io.throughline.web.aftersales.desk;

import io.throughline.aftersales.desk.DeskTeams;
import io.throughline.aftersales.desk.Placeholder;
import io.throughline.aftersales.desk.ReplyTemplateQueries;
import io.throughline.aftersales.desk.ReplyTemplates;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The texts for answers: listed, written, changed, removed and brought back. */
@Controller
@RequestMapping("/reply-templates")
@RequiredArgsConstructor
class ReplyTemplateController {

    private static final String LIST = "redirect:/reply-templates";
    private static final String FORM = "aftersales/desk/template-form";

    private final ReplyTemplates templates;
    private final ReplyTemplateQueries queries;
    private final DeskTeams teams;
    private final FormMerge merge;
    private final Words words;

    /** Where the menu leads here from: an administrator has no tickets in it. */
    @ModelAttribute("section")
    String section(Viewer viewer) {
        return viewer.roles().equals(Set.of(Role.ADMIN)) ? "admin.reply-templates" : "tickets";
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("keepsMacros", viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.ADMIN));
        model.addAttribute("page", queries.rows(viewer, PageRequest.of(after, before, size)));
        return "aftersales/desk/templates";
    }

    @GetMapping("/new")
    String start(Viewer viewer, Model model) {
        model.addAttribute("form", ReplyTemplateForm.blank());
        choices(viewer, model);
        return FORM;
    }

    @PostMapping
    String write(
            Viewer viewer,
            @Valid @ModelAttribute("form") ReplyTemplateForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            templates.write(viewer, form.command());
            Toast.done("aftersales.desk.templateSaved", String.valueOf(form.name()))
                    .after(redirect);
            return LIST;
        });
        return next.orElseGet(() -> {
            choices(viewer, model);
            return FORM;
        });
    }

    @GetMapping("/{id:[0-9]+}/edit")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("form", ReplyTemplateForm.of(queries.require(viewer, id)));
        model.addAttribute("id", id);
        choices(viewer, model);
        return FORM;
    }

    @PostMapping("/{id:[0-9]+}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") ReplyTemplateForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        queries.require(viewer, id);
        var edit = new FormEdit<ReplyTemplateForm>(
                "aftersales.reply_template",
                id,
                List.of(),
                () -> FormEdit.Filled.of(ReplyTemplateForm.of(queries.require(viewer, id))),
                whole -> templates.change(viewer, id, whole.command()));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("aftersales.desk.templateSaved", String.valueOf(form.name()))
                    .after(redirect);
            return LIST;
        }
        model.addAttribute("id", id);
        choices(viewer, model);
        return FORM;
    }

    @PostMapping("/{id:[0-9]+}/removal")
    String remove(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        try {
            templates.remove(viewer, id);
            Toast.done("aftersales.desk.templateRemoved")
                    .undo("/reply-templates/" + id + "/removal/undo")
                    .after(redirect);
        } catch (RuleViolation violation) {
            Toast.refused(violation.key()).after(redirect);
        }
        return LIST;
    }

    @PostMapping("/{id:[0-9]+}/removal/undo")
    String bringBack(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        templates.bringBack(viewer, id);
        Toast.done("aftersales.desk.templateBack").after(redirect);
        return LIST;
    }

    private void choices(Viewer viewer, Model model) {
        model.addAttribute("sharings", words.options(Sharing.values()));
        model.addAttribute(
                "teams",
                teams.of(viewer).stream()
                        .map(team -> new Option(String.valueOf(team.id()), team.name()))
                        .toList());
        model.addAttribute("knownZh", known(true));
        model.addAttribute("knownEn", known(false));
    }

    private static String known(boolean inChinese) {
        return Arrays.stream(Placeholder.values())
                .map(one -> one.written(inChinese))
                .collect(Collectors.joining(" "));
    }
}
