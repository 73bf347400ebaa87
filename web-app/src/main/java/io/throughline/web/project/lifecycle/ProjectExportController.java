package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectListQueries;
import io.throughline.project.lifecycle.ProjectRow;
import io.throughline.project.template.ProjectTemplateQueries;
import io.throughline.web.export.Exports;
import io.throughline.web.export.Table;
import io.throughline.web.export.Table.Column;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of projects as a file, filtered and ordered like its page. */
@Controller
@RequiredArgsConstructor
class ProjectExportController {

    private final ProjectListQueries projects;
    private final ProjectTemplateQueries templates;
    private final Words words;
    private final Exports exports;

    @Limited(Limit.EXPORT)
    @GetMapping({"/projects.csv", "/projects.xlsx"})
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "filter.status", required = false) @Nullable List<String> status,
            @RequestParam(name = "filter.phase", required = false) @Nullable List<String> phase,
            @RequestParam(name = "filter.health", required = false) @Nullable List<String> health,
            @RequestParam(name = "filter.template", required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = ProjectFilters.read(q, status, phase, health, templates.filtered(viewer, template), view, sort);
        exports.send(
                viewer,
                new Table<>(
                        words.text("project.lifecycle.list"),
                        columns(),
                        stretch -> projects.list(viewer, filter, stretch)),
                request,
                response);
    }

    private List<Column<ProjectRow>> columns() {
        return List.of(
                new Column<>(words.text("project.lifecycle.key"), ProjectRow::key),
                new Column<>(words.text("project.lifecycle.name"), ProjectRow::name),
                new Column<>(words.text("project.lifecycle.status"), row -> words.of(row.status())),
                new Column<>(words.text("project.lifecycle.phase"), row -> words.of(row.phase())),
                new Column<>(words.text("project.lifecycle.health"), row -> words.of(row.health())),
                new Column<>(words.text("project.lifecycle.healthReason"), ProjectRow::healthReason),
                new Column<>(words.text("project.lifecycle.customer"), ProjectRow::customerName),
                new Column<>(words.text("project.lifecycle.manager"), ProjectRow::managerName),
                new Column<>(words.text("project.lifecycle.accountExecutive"), ProjectRow::accountExecutiveName),
                new Column<>(words.text("project.lifecycle.plannedStart"), ProjectRow::plannedStart),
                new Column<>(words.text("project.lifecycle.plannedFinish"), ProjectRow::plannedFinish),
                new Column<>(words.text("project.lifecycle.committedDate"), ProjectRow::committedDate),
                new Column<>(words.text("project.lifecycle.finalAcceptanceDate"), ProjectRow::finalAcceptanceDate));
    }
}
