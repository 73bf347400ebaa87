package io.throughline.web.project.template;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.TemplateForecast;
import io.throughline.project.template.EditTemplate;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.project.template.ProjectTemplates;
import io.throughline.project.template.SaveTemplate;
import io.throughline.project.template.TemplateDetail;
import io.throughline.project.template.TemplateKind;
import io.throughline.project.template.TemplateRow;
import io.throughline.web.rest.MergePatch;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Project templates for programs; a project is begun from one by {@code POST /api/v1/projects} with {@code template}. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/project-templates")
class ProjectTemplateApi {

    private final ProjectTemplates templates;
    private final ProjectTemplateQueries queries;
    private final MergePatch patches;
    private final Clock clock;

    /**
     * What a patch may change.
     *
     * @param active false archives it, or hides a built-in one, of which nothing else can be changed
     */
    record Change(
            @Nullable @Size(max = 120) String nameZh,
            @Nullable @Size(max = 120) String nameEn,
            @Nullable @Size(max = 500) String descriptionZh,
            @Nullable @Size(max = 500) String descriptionEn,
            @NotNull TemplateKind kind,
            @NotNull Boolean active) {}

    /** @param active false for those archived or hidden */
    @GetMapping
    List<TemplateRow> list(Viewer viewer, @RequestParam(name = "filter.active", defaultValue = "true") boolean active) {
        return queries.list(viewer, active);
    }

    @PostMapping
    ResponseEntity<TemplateDetail> save(Viewer viewer, @Valid @RequestBody SaveTemplate command) {
        var code = templates.save(viewer, command);
        var detail = queries.detail(viewer, code);
        return Versions.created(
                "/api/v1/project-templates/" + code, detail, detail.template().version());
    }

    @GetMapping("/{code}")
    ResponseEntity<TemplateDetail> show(Viewer viewer, @PathVariable String code) {
        return answer(viewer, code);
    }

    @PatchMapping(
            path = "/{code}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<TemplateDetail> edit(
            Viewer viewer,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode patch) {
        int seen = Versions.seen(match);
        var now = queries.detail(viewer, code);
        var words = now.words();
        boolean active = now.template().active();
        var change = patches.apply(
                new Change(
                        words.nameZh(),
                        words.nameEn(),
                        words.descriptionZh(),
                        words.descriptionEn(),
                        words.kind(),
                        active),
                patch);
        templates.change(
                viewer,
                code,
                new EditTemplate(
                        change.nameZh(),
                        change.nameEn(),
                        change.descriptionZh(),
                        change.descriptionEn(),
                        change.kind(),
                        seen),
                change.active());
        return answer(viewer, code);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable String code) {
        templates.delete(viewer, code);
    }

    @PostMapping("/{code}/copies")
    ResponseEntity<TemplateDetail> copy(Viewer viewer, @PathVariable String code) {
        var copy = templates.copy(viewer, code);
        var detail = queries.detail(viewer, copy);
        return Versions.created(
                "/api/v1/project-templates/" + copy, detail, detail.template().version());
    }

    /**
     * When a project of it would reach its milestones.
     *
     * @param start today where it is not said
     */
    @GetMapping("/{code}/forecast")
    TemplateForecast forecast(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate finish) {
        return queries.forecast(
                viewer, code, start == null ? LocalDate.now(clock.withZone(viewer.zone())) : start, finish);
    }

    private ResponseEntity<TemplateDetail> answer(Viewer viewer, String code) {
        var detail = queries.detail(viewer, code);
        return Versions.tagged(detail, detail.template().version());
    }
}
