package io.throughline.web.project.lifecycle;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.ProjectDetail;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectListQueries;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.ProjectRow;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.web.rest.FieldMerge;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Pages;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Projects for programs. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects")
class ProjectApi {

    private final Projects projects;
    private final ProjectQueries queries;
    private final ProjectListQueries lists;
    private final ProjectTemplateQueries templates;
    private final MergePatch patches;
    private final FieldMerge merge;

    @GetMapping
    ResponseEntity<List<ProjectRow>> list(
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
            @RequestParam(required = false) @Nullable Integer size) {
        var filter = ProjectFilters.read(q, status, phase, health, templates.filtered(viewer, template), view, sort);
        return Pages.of(lists.list(viewer, filter, PageRequest.of(after, before, size)));
    }

    @PostMapping
    ResponseEntity<ProjectDetail> create(Viewer viewer, @Valid @RequestBody CreateProject command) {
        var project = projects.create(viewer, command);
        return Versions.created(
                "/api/v1/projects/" + project.key(), queries.detail(viewer, project.key()), project.version());
    }

    @GetMapping("/{key}")
    ResponseEntity<ProjectDetail> show(Viewer viewer, @PathVariable String key) {
        return answer(queries.detail(viewer, key));
    }

    @PatchMapping(
            path = "/{key}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<ProjectDetail> edit(
            Viewer viewer,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(match);
        var id = queries.require(viewer, key).id();
        merge.edit(
                viewer,
                seen,
                ProjectEditController.touchedBy(patch.propertyNames()),
                new FieldMerge.Editable<>(
                        "project.project",
                        () -> queries.detail(viewer, keyOfNow(viewer, id)),
                        project -> id.value(),
                        project -> project.access().version(),
                        project -> projects.edit(
                                viewer,
                                project.access().key(),
                                patches.apply(ProjectEditController.command(project), patch))));
        return answer(queries.detail(viewer, keyOfNow(viewer, id)));
    }

    private String keyOfNow(Viewer viewer, ProjectId id) {
        return queries.find(viewer, id)
                .orElseThrow(() -> new NotFound("project", id))
                .key();
    }

    private static ResponseEntity<ProjectDetail> answer(ProjectDetail detail) {
        return Versions.tagged(detail, detail.access().version());
    }
}
