package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Row by row, the dates of an imported file that the plan does not have, with what decides instead; and keeps the file's
 * where somebody wants them.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class FileDates {

    private final ProjectQueries projects;
    private final FileDateRows rows;
    private final TaskDesk desk;
    private final JdbcClient jdbc;

    /** By task number. */
    @Allow(staff = true)
    @Transactional(readOnly = true)
    public Page<FileDate> of(Viewer viewer, String key, PageRequest request) {
        return rows.page(viewer, projects.requirePlan(viewer, key), request);
    }

    /** How many there are. */
    @Allow(staff = true)
    @Transactional(readOnly = true)
    public int count(Viewer viewer, String key) {
        return rows.count(projects.requirePlan(viewer, key).id());
    }

    /**
     * The task lies from now on where the file had it, set by hand; what follows it follows.
     *
     * @throws NotFound where the file had no other dates
     * @throws io.throughline.foundation.model.RuleViolation for a summary
     */
    public PlanChange keep(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = desk.load(project, number);
        var dates = jdbc.sql("select start, finish from project.file_dates where task_id = ?")
                .param(task.requireId())
                .query(Dates.class)
                .optional()
                .orElseThrow(() -> new NotFound("file dates", key + "-" + number));
        task.fix(dates.start(), dates.finish());
        return desk.done(viewer, task, "project.schedule.fileDatesKept");
    }

    record Dates(LocalDateTime start, LocalDateTime finish) {}
}
