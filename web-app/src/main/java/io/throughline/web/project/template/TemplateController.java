package io.throughline.web.project.template;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.project.template.ProjectTemplates;
import io.throughline.web.shell.Toast;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Project templates: listed, looked at, archived, copied, deleted. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/templates")
class TemplateController {

    /** Rows of an outline at a time. */
    private static final int SHOWN = 200;

    private final ProjectTemplates templates;
    private final ProjectTemplateQueries queries;

    @GetMapping
    String list(Viewer viewer, @RequestParam(required = false) @Nullable String view, Model model) {
        boolean archived = "archived".equals(view);
        model.addAttribute("templates", queries.list(viewer, !archived));
        model.addAttribute("archived", archived);
        model.addAttribute("archivedCount", queries.archived(viewer));
        frame(viewer, model);
        return "project/template/list";
    }

    @GetMapping("/{code}")
    String show(Viewer viewer, @PathVariable String code, @RequestParam(defaultValue = "1") int from, Model model) {
        int first = Math.max(1, from);
        var detail = queries.detail(viewer, code, first, SHOWN);
        model.addAttribute("from", first);
        model.addAttribute("size", SHOWN);
        model.addAttribute("next", first - 1 + SHOWN < detail.template().tasks() ? first + SHOWN : 0);
        model.addAttribute("detail", detail);
        model.addAttribute("template", detail.template());
        frame(viewer, model);
        return "project/template/detail";
    }

    /** For the form of a new project: what of it is asked for anew as the day is typed. */
    @GetMapping("/{code}/forecast")
    String forecast(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate finish,
            Model model) {
        try {
            model.addAttribute("forecast", queries.forecast(viewer, code, start, finish));
        } catch (RuleViolation impossible) {
            model.addAttribute("impossible", impossible);
        }
        return "project/template/forecast :: dates";
    }

    @PostMapping("/{code}/archive")
    String archive(Viewer viewer, @PathVariable String code, RedirectAttributes redirect) {
        var template = queries.require(viewer, code);
        templates.archive(viewer, code);
        Toast.done(
                        template.builtin() ? "project.template.toast.hidden" : "project.template.toast.archived",
                        template.name())
                .undo("/projects/templates/" + code + "/archive/removal")
                .after(redirect);
        return "redirect:/projects/templates";
    }

    @PostMapping("/{code}/archive/removal")
    String restore(Viewer viewer, @PathVariable String code, RedirectAttributes redirect) {
        templates.restore(viewer, code);
        Toast.done("project.template.toast.restored").after(redirect);
        return "redirect:/projects/templates/" + code;
    }

    @PostMapping("/{code}/copies")
    String copy(Viewer viewer, @PathVariable String code, RedirectAttributes redirect) {
        var copy = templates.copy(viewer, code);
        Toast.done("project.template.toast.copied").after(redirect);
        return "redirect:/projects/templates/" + copy + "/edit";
    }

    @PostMapping("/{code}/removal")
    String delete(Viewer viewer, @PathVariable String code, RedirectAttributes redirect) {
        try {
            templates.delete(viewer, code);
        } catch (RuleViolation used) {
            Toast.refused(used.key()).after(redirect);
            return "redirect:/projects/templates/" + code;
        }
        Toast.done("project.template.toast.deleted").after(redirect);
        return "redirect:/projects/templates";
    }

    private static void frame(Viewer viewer, Model model) {
        boolean leads = viewer.hasAny(Role.PROJECT_MANAGER, Role.MANAGER);
        model.addAttribute("leads", leads);
        model.addAttribute("section", leads ? "projects" : "admin.project-templates");
    }
}
