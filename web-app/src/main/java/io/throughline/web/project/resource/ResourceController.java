package io.throughline.web.project.resource;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.Loads;
import io.throughline.project.resource.ResourceFilter;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.resource.ResourceKind;
import io.throughline.project.resource.ResourceQueries;
import io.throughline.project.resource.ResourceRow;
import io.throughline.project.resource.Resources;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pool as people by weeks, and one resource with what it does; the state of both lies in the address. */
@Controller
@RequiredArgsConstructor
class ResourceController {

    private final ResourceQueries queries;
    private final Resources resources;
    private final Loads loads;
    private final Words words;
    private final Clock clock;

    @GetMapping("/resources")
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "filter.kind", required = false) @Nullable String kind,
            @RequestParam(name = "filter.team", required = false) @Nullable String team,
            @RequestParam(name = "filter.skill", required = false) @Nullable String skill,
            @RequestParam(name = "filter.project", required = false) @Nullable String project,
            @RequestParam(name = "filter.active", required = false) @Nullable String active,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Integer weeks,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var asked = new HashMap<String, @Nullable String>();
        asked.put("q", q);
        asked.put("kind", kind);
        asked.put("team", team);
        asked.put("skill", skill);
        asked.put("project", project);
        asked.put("active", active);
        var filter = ResourceFilters.read(asked);
        var shown = filter.active() == null ? inUse(filter) : filter;
        var page = queries.page(viewer, shown, PageRequest.of(after, before, size));
        model.addAttribute("page", page);
        model.addAttribute("total", queries.count(viewer, shown));
        model.addAttribute("filtered", filter.isSet());
        model.addAttribute("heat", HeatMap.of(viewer, loads, page.rows(), window(viewer, from, weeks)));
        model.addAttribute(
                "idle", page.rows().stream().filter(row -> !row.kind().works()).toList());
        model.addAttribute("kinds", words.options(ResourceKind.values()));
        model.addAttribute(
                "skills",
                queries.skills(viewer).stream().map(one -> new Option(one, one)).toList());
        model.addAttribute(
                "teams",
                queries.teams(viewer).stream()
                        .map(one -> new Option(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute("keeps", keeps(viewer));
        model.addAttribute("counts", Weeks.COUNTS);
        return htmx == null ? "project/resource/list" : "project/resource/list :: rows";
    }

    @GetMapping("/resources/{id}")
    String show(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Integer weeks,
            Model model) {
        var resource = queries.require(viewer, new ResourceId(id));
        model.addAttribute("resource", resource);
        model.addAttribute("keeps", keeps(viewer));
        model.addAttribute("counts", Weeks.COUNTS);
        model.addAttribute("heat", HeatMap.of(viewer, loads, List.of(resource.row()), window(viewer, from, weeks)));
        if (keeps(viewer) && resource.project() != null) {
            model.addAttribute("pooled", pooled(viewer, resource.kind()));
            model.addAttribute("sameName", sameName(viewer, resource.name()));
        }
        return "project/resource/detail";
    }

    /** Says who a resource of one plan is. */
    @PostMapping("/resources/{id}/match")
    String match(Viewer viewer, @PathVariable long id, @RequestParam long resource, RedirectAttributes redirect) {
        resources.match(viewer, new ResourceId(id), new ResourceId(resource));
        Toast.done("project.resource.toast.matched").after(redirect);
        return "redirect:/resources/" + resource;
    }

    private @Nullable Long sameName(Viewer viewer, String name) {
        var filter = new ResourceFilter(name, null, null, null, null, true);
        return queries.page(viewer, filter, PageRequest.first(PageRequest.DEFAULT_SIZE)).rows().stream()
                .filter(row -> row.name().equals(name))
                .map(ResourceRow::id)
                .findFirst()
                .orElse(null);
    }

    private List<Option> pooled(Viewer viewer, ResourceKind kind) {
        var filter = new ResourceFilter(null, null, null, null, null, true);
        return queries.page(viewer, filter, PageRequest.first(200)).rows().stream()
                .filter(row -> row.kind().works() == kind.works())
                .map(row -> new Option(String.valueOf(row.id()), row.name()))
                .toList();
    }

    private Weeks window(Viewer viewer, @Nullable String from, @Nullable Integer weeks) {
        return Weeks.of(from, weeks, LocalDate.now(clock.withZone(viewer.zone())));
    }

    private static ResourceFilter inUse(ResourceFilter filter) {
        return new ResourceFilter(filter.text(), filter.kind(), filter.team(), filter.skill(), filter.project(), true);
    }

    private static boolean keeps(Viewer viewer) {
        return viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER);
    }
}
