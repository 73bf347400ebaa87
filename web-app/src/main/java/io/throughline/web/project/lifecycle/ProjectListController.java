package io.throughline.web.project.lifecycle;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.Health;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.ProjectListQueries;
import io.throughline.project.lifecycle.ProjectRow;
import io.throughline.project.lifecycle.ProjectStatus;
import io.throughline.project.schedule.MilestoneQueries;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.web.shell.Words;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of projects with filters, order and paging, its state all in the address. */
@Controller
@RequiredArgsConstructor
class ProjectListController {

    private final ProjectListQueries projects;
    private final ProjectTemplateQueries templates;
    private final MilestoneQueries milestones;
    private final Words words;

    @GetMapping("/projects")
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "filter.status", required = false) @Nullable List<String> status,
            @RequestParam(name = "filter.phase", required = false) @Nullable List<String> phase,
            @RequestParam(name = "filter.health", required = false) @Nullable List<String> health,
            @RequestParam(name = "filter.template", required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var filter = ProjectFilters.read(q, status, phase, health, templates.filtered(viewer, template), view, sort);
        var page = projects.list(viewer, filter, PageRequest.of(after, before, size));
        model.addAttribute("page", page);
        model.addAttribute("total", projects.count(viewer, filter));
        model.addAttribute("begunFrom", templates.named(viewer, template).orElse(null));
        model.addAttribute("filtered", ProjectFilters.narrows(filter));
        model.addAttribute(
                "next",
                milestones.next(viewer, page.rows().stream().map(ProjectRow::id).toList()));
        model.addAttribute("statuses", words.options(ProjectStatus.values()));
        model.addAttribute("phases", words.options(Phase.gated()));
        model.addAttribute("healths", words.options(Health.values()));
        model.addAttribute("mayCreate", viewer.hasAny(Role.PROJECT_MANAGER, Role.MANAGER));
        return htmx == null ? "project/lifecycle/list" : "project/lifecycle/list :: rows";
    }
}
