package io.throughline.web.project.network;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.DateReason;
import io.throughline.project.schedule.NetworkChart.PathTask;
import io.throughline.project.schedule.NetworkChartQueries;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The critical path for programs, in the order in which it is done. */
@RestController
@RequiredArgsConstructor
class CriticalPathApi {

    private final NetworkChartQueries charts;
    private final ProjectQueries projects;

    /**
     * @param elapsed whether duration and slack run day and night
     * @param reasons what decides its dates, as {@code GET …/drivers} says it
     */
    record CriticalTask(
            int no,
            String wbs,
            String name,
            boolean milestone,
            LocalDateTime start,
            LocalDateTime finish,
            @Nullable Long durationMinutes,
            boolean elapsed,
            long totalSlackMinutes,
            int percentComplete,
            List<DateReason> reasons) {

        static CriticalTask of(PathTask task) {
            var row = task.row();
            return new CriticalTask(
                    row.number(),
                    row.wbs(),
                    row.name(),
                    row.isMilestone(),
                    task.dates().start(),
                    task.dates().finish(),
                    row.durationMinutes(),
                    row.elapsed(),
                    task.dates().totalSlack(),
                    row.percentComplete(),
                    task.reasons());
        }
    }

    @GetMapping("/api/v1/projects/{key}/schedule/critical-path")
    List<CriticalTask> show(Viewer viewer, @PathVariable String key) {
        return charts
                .criticalPath(viewer, projects.requirePlan(viewer, key))
                .orElseThrow(() -> new RuleViolation("project.network.impossible"))
                .stream()
                .map(CriticalTask::of)
                .toList();
    }
}
