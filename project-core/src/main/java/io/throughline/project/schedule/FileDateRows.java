package io.throughline.project.schedule;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which tasks lie elsewhere than in the file they came from, and why. */
@Component
@RequiredArgsConstructor
class FileDateRows {

    /** Only as long as they still do. */
    private static final String ELSEWHERE = """
              from project.file_dates f
              join project.task t on t.id = f.task_id and t.deleted_at is null and t.status <> 'CANCELLED'
             where f.project_id = ? and t.planned_start is not null and t.planned_finish is not null
               and (t.planned_start, t.planned_finish) <> (f.start, f.finish)
            """;

    private static final String ROWS = """
            select t.number, t.external_uid, t.name, t.summary, f.start, f.finish, t.planned_start, t.planned_finish
            """ + ELSEWHERE;

    private final Schedules schedules;
    private final DateReasons reasons;
    private final JdbcClient jdbc;

    /** By task number. */
    Page<FileDate> page(Viewer viewer, ProjectAccess project, PageRequest request) {
        var cursor = request.cursor();
        long from = cursor == null ? 0 : cursor.id();
        var order = request.backwards()
                ? " and t.number < ? order by t.number desc limit ?"
                : " and t.number > ? order by t.number limit ?";
        var rows = jdbc.sql(ROWS + order)
                .params(project.id().value(), from, request.size() + 1)
                .query((row, n) -> date(row))
                .list();
        var page = Page.cut(rows, request, row -> Cursor.of(row.no()));
        return new Page<>(explained(viewer, project, page.rows()), page.next(), page.previous());
    }

    /** The first so many, for the report of the import that brings them. */
    List<FileDate> first(Viewer viewer, ProjectAccess project, int most) {
        return page(viewer, project, PageRequest.first(most)).rows();
    }

    int count(ProjectId project) {
        return jdbc.sql("select count(*) " + ELSEWHERE)
                .param(project.value())
                .query(Integer.class)
                .single();
    }

    private List<FileDate> explained(Viewer viewer, ProjectAccess project, List<FileDate> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var schedule = schedules.of(project.id()).schedule();
        var why = reasons.of(
                viewer, project, schedule, rows.stream().map(FileDate::no).toList());
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
