package io.throughline.web.project.resource;

import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.resource.LoadStep;
import io.throughline.project.resource.LoadWindow;
import io.throughline.project.resource.Loads;
import io.throughline.project.resource.ResourceDetail;
import io.throughline.project.resource.ResourceId;
import io.throughline.project.resource.ResourceQueries;
import io.throughline.project.resource.ResourceRow;
import io.throughline.project.resource.Resources;
import io.throughline.project.resource.SaveResource;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The pool for programs: people, machines and materials, their skills and days off, and how much they have to do. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1")
class ResourceApi {

    private final Resources resources;
    private final ResourceQueries queries;
    private final ProjectQueries projects;
    private final Loads loads;
    private final MergePatch patches;
    private final Clock clock;

    /** By name; with {@code filter.project} those that this plan alone knows. */
    @GetMapping("/resources")
    ResponseEntity<List<ResourceRow>> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "filter.kind", required = false) @Nullable String kind,
            @RequestParam(name = "filter.team", required = false) @Nullable String team,
            @RequestParam(name = "filter.skill", required = false) @Nullable String skill,
            @RequestParam(name = "filter.project", required = false) @Nullable String project,
            @RequestParam(name = "filter.active", required = false) @Nullable String active,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var filter = ResourceFilters.read(words(q, kind, team, skill, project, active));
        return Pages.of(queries.page(viewer, filter, PageRequest.of(after, before, size)));
    }

    @PostMapping("/resources")
    ResponseEntity<ResourceDetail> add(Viewer viewer, @Valid @RequestBody SaveResource command) {
        var id = resources.add(viewer, command);
        var made = queries.require(viewer, id);
        return Versions.created("/api/v1/resources/" + id.value(), made, made.version());
    }

    @GetMapping("/resources/{id}")
    ResponseEntity<ResourceDetail> show(Viewer viewer, @PathVariable long id) {
        var resource = queries.require(viewer, new ResourceId(id));
        return Versions.tagged(resource, resource.version());
    }

    @PatchMapping("/resources/{id}")
    ResponseEntity<ResourceDetail> change(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(match);
        var now = queries.require(viewer, new ResourceId(id));
        resources.change(viewer, new ResourceId(id), patches.apply(command(now, seen), patch));
        return show(viewer, id);
    }

    @DeleteMapping("/resources/{id}")
    ResponseEntity<Void> remove(
            Viewer viewer,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        resources.remove(viewer, new ResourceId(id), Versions.seen(match));
        return ResponseEntity.noContent().build();
    }

    /**
     * Of the same resources as the list, page by page.
     *
     * @param from first day, with weeks the Monday before it; today where it is left out
     * @param to last day, with weeks the Sunday after it; eight weeks on where it is left out
     */
    @GetMapping("/resources/load")
    ResponseEntity<List<LoadAnswer>> load(
            Viewer viewer,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "WEEK") LoadStep step,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "filter.kind", required = false) @Nullable String kind,
            @RequestParam(name = "filter.team", required = false) @Nullable String team,
            @RequestParam(name = "filter.skill", required = false) @Nullable String skill,
            @RequestParam(name = "filter.project", required = false) @Nullable String project,
            @RequestParam(name = "filter.active", required = false) @Nullable String active,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        var first = from == null ? LocalDate.now(clock.withZone(viewer.zone())) : from;
        var window = new LoadWindow(first, (to == null ? first.plusWeeks(8).minusDays(1) : to).plusDays(1), step);
        var filter = ResourceFilters.read(words(q, kind, team, skill, project, active));
        var page = queries.page(viewer, filter, PageRequest.of(after, before, size));
        var names = page.rows().stream().collect(Collectors.toMap(ResourceRow::id, row -> row));
        var rows = loads.of(viewer, page.rows(), window).stream()
                .map(load -> LoadAnswer.of(Objects.requireNonNull(names.get(load.resource())), load))
                .toList();
        return Pages.of(new Page<>(rows, page.next(), page.previous()));
    }

    /** All that work in a plan. */
    @GetMapping("/projects/{key}/resources")
    List<ResourceRow> ofProject(Viewer viewer, @PathVariable String key) {
        return queries.ofProject(viewer, projects.requirePlan(viewer, key));
    }

    private static SaveResource command(ResourceDetail now, int seen) {
        return new SaveResource(
                seen,
                now.name(),
                now.kind(),
                now.project(),
                now.userId(),
                now.maxUnits(),
                now.calendarId(),
                now.unitLabel(),
                now.group(),
                now.skills(),
                now.leave());
    }

    private static Map<String, @Nullable String> words(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String team,
            @Nullable String skill,
            @Nullable String project,
            @Nullable String active) {
        var words = new HashMap<String, @Nullable String>();
        words.put("q", q);
        words.put("kind", kind);
        words.put("team", team);
        words.put("skill", skill);
        words.put("project", project);
        words.put("active", active);
        return words;
    }
}
