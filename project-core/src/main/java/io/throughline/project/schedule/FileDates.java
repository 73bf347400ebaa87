package io.throughline.project.schedule;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
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

    /** A task lies elsewhere only as long as it still does. */
    private static final String ELSEWHERE = """
              from project.file_dates f
              join project.task t on t.id = f.task_id and t.deleted_at is null and t.status <> 'CANCELLED'
             where f.project_id = ? and t.planned_start is not null and t.planned_finish is not null
               and (t.planned_start, t.planned_finish) <> (f.start, f.finish)
            """;

    private static final String ROWS = """
            select t.number, t.external_uid, t.name, t.summary, f.start, f.finish, t.planned_start, t.planned_finish
            """ + ELSEWHERE;

    private final ProjectQueries projects;
    private final Schedules schedules;
    private final DateReasons reasons;
    private final TaskDesk desk;
    private final JdbcClient jdbc;

    /** By task number. */
    @Allow(staff = true)
    @Transactional(readOnly = true)
    public Page<FileDate> of(Viewer viewer, String key, PageRequest request) {
        var project = projects.requirePlan(viewer, key);
        var cursor = request.cursor();
        long from = cursor == null ? 0 : cursor.id();
        var order = request.backwards() ? " and t.number < ? order by t.number desc" : " and t.number > ? order by t.number";
        var rows = jdbc.sql(ROWS + order + " limit ?")
                .params(project.id().value(), from, request.size() + 1)
                .query((row, n) -> date(row))
                .list();
        return explained(project, Page.cut(rows, request, row -> Cursor.of(row.no())));
    }

    /** How many there are. */
    @Allow(staff = true)
    @Transactional(readOnly = true)
    public int count(Viewer viewer, String key) {
        return count(projects.requirePlan(viewer, key).id());
    }

    int count(ProjectId project) {
        return jdbc.sql("select count(*) " + ELSEWHERE)
                .param(project.value())
                .query(Integer.class)
                .single();
    }

    /** The first so many, for the report of the import that brings them. */
    List<FileDate> first(ProjectAccess project, int most) {
        var rows = jdbc.sql(ROWS + " order by t.number limit ?")
                .params(project.id().value(), most)
                .query((row, n) -> date(row))
                .list();
        return explained(project, rows);
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

    private Page<FileDate> explained(ProjectAccess project, Page<FileDate> page) {
        return new Page<>(explained(project, page.rows()), page.next(), page.previous());
    }

    private List<FileDate> explained(ProjectAccess project, List<FileDate> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var schedule = schedules.of(project.id()).schedule();
        var why = reasons.of(project, schedule, rows.stream().map(FileDate::no).toList());
        return rows.stream()
                .map(row -> row.because(why.getOrDefault(row.no(), List.of())))
                .toList();
    }

    private static FileDate date(ResultSet row) throws SQLException {
        return new FileDate(
                row.getInt("number"),
                row.getString("external_uid"),
                row.getString("name"),
                row.getBoolean("summary"),
                row.getObject("start", LocalDateTime.class),
                row.getObject("finish", LocalDateTime.class),
                row.getObject("planned_start", LocalDateTime.class),
                row.getObject("planned_finish", LocalDateTime.class),
                List.of());
    }
}
