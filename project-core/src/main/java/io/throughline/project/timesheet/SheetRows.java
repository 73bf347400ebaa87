package io.throughline.project.timesheet;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import io.throughline.project.timesheet.TimesheetView.Cell;
import io.throughline.project.timesheet.TimesheetView.Correction;
import io.throughline.project.timesheet.TimesheetView.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a sheet: what was written, and what is likely to be worked on in its week. */
@Component
@RequiredArgsConstructor
class SheetRows {

    private static final int MOST_SUGGESTED = 15;

    private static final String ENTRIES = """
            select e.id, e.kind, e.task_id, p.key, t.number, t.name, p.name as project_name, m.minutes as left_minutes,
                   a.remaining_work_minutes, e.day, e.minutes, e.note, e.approved_minutes
              from project.time_entry e
              left join project.task t on t.id = e.task_id
              left join project.project p on p.id = e.project_id
              left join project.timesheet_remaining m on m.timesheet_id = e.timesheet_id and m.task_id = e.task_id
              left join project.resource r on r.user_id = e.user_id
              left join project.resource_assignment a on a.task_id = e.task_id and a.resource_id = r.id
             where e.timesheet_id = ? and %s
             order by e.kind = 'INTERNAL', e.kind = 'SERVICE', p.key, t.number, e.day
            """;

    /** Tasks of last week's sheet, and those assigned that are planned for the week or under way. */
    private static final String SUGGESTED = """
            select 'TASK' as kind, p.key, t.number, t.name, p.name as project_name, null::int as left_minutes,
                   a.remaining_work_minutes
              from project.task t
              join project.project p on p.id = t.project_id and p.status = 'ACTIVE'
              left join project.resource r on r.user_id = :me
              left join project.resource_assignment a on a.task_id = t.id and a.resource_id = r.id
             where t.id in (
                   select e.task_id from project.time_entry e join project.timesheet s on s.id = e.timesheet_id
                    where s.user_id = :me and s.week = :before and e.task_id is not null and e.minutes > 0
                   union
                   select c.id from project.task c
                    where c.status in ('NOT_STARTED', 'IN_PROGRESS')
                      and (c.status = 'IN_PROGRESS' or c.planned_start < :end and c.planned_finish > :start)
                      and c.id in (select b.task_id from project.resource_assignment b join project.resource q
                                       on q.id = b.resource_id where q.user_id = :me
                                   union
                                   select o.id from project.task o where o.assignee_id = :me))
               and t.deleted_at is null and not t.summary and t.kind <> 'MILESTONE' and t.status <> 'CANCELLED' and %s
             order by t.status = 'IN_PROGRESS' desc, t.planned_finish, t.id limit :most
            """;

    private final JdbcClient jdbc;

    /** What somebody wrote, as far as the viewer may see it. */
    List<Row> written(Viewer viewer, SheetHead head) {
        if (head.id() == null) {
            return List.of();
        }
        var corrections = corrections(head.id());
        var rows = new LinkedHashMap<String, Row>();
        var cells = new HashMap<String, List<Cell>>();
        jdbc.sql(ENTRIES.formatted(SheetScope.entry(viewer))).param(head.id()).query(row -> {
            var one = row(row);
            rows.putIfAbsent(one.code(), one);
            cells.computeIfAbsent(one.code(), code -> new ArrayList<>())
                    .add(cell(row, corrections.getOrDefault(row.getLong("id"), List.of())));
        });
        return rows.values().stream()
                .map(row -> with(row, cells.getOrDefault(row.code(), List.of())))
                .toList();
    }

    /** The same with empty rows for what is likely, then service and the company, which everybody has. */
    List<Row> withSuggestions(Viewer viewer, TimesheetWeek week, List<Row> written) {
        var all = written.stream().collect(Collectors.toMap(Row::code, row -> row, (a, b) -> a, LinkedHashMap::new));
        jdbc.sql(SUGGESTED.formatted(ProjectScope.worked(viewer)))
                .param("me", viewer.id().value())
                .param("before", week.before().monday())
                .param("start", week.monday().atStartOfDay())
                .param("end", week.after().monday().atStartOfDay())
                .param("most", MOST_SUGGESTED)
                .query((row, n) -> row(row))
                .list()
                .forEach(row -> all.putIfAbsent(row.code(), row));
        for (var kind : List.of(TimeKind.SERVICE, TimeKind.INTERNAL)) {
            var row = all.remove(kind.name());
            all.put(
                    kind.name(),
                    row != null ? row : new Row(kind.name(), kind, null, null, null, null, null, null, List.of()));
        }
        return List.copyOf(all.values());
    }

    private Map<Long, List<Correction>> corrections(long sheet) {
        var corrections = new HashMap<Long, List<Correction>>();
        jdbc.sql("""
                        select c.entry_id, c.made_at, u.name, c.minutes_before, c.minutes_after, c.reason
                          from project.time_correction c join project.time_entry e on e.id = c.entry_id
                          left join foundation.app_user u on u.id = c.made_by
                         where e.timesheet_id = ? order by c.made_at
                        """).param(sheet).query(row -> {
            corrections
                    .computeIfAbsent(row.getLong("entry_id"), id -> new ArrayList<>())
                    .add(new Correction(
                            row.getTimestamp("made_at").toInstant(),
                            row.getString("name"),
                            row.getInt("minutes_before"),
                            row.getInt("minutes_after"),
                            row.getString("reason")));
        });
        return corrections;
    }

    private static Row with(Row row, List<Cell> cells) {
        return new Row(
                row.code(),
                row.kind(),
                row.project(),
                row.number(),
                row.name(),
                row.projectName(),
                row.remainingMinutes(),
                row.plannedMinutes(),
                cells);
    }

    private static Row row(ResultSet row) throws SQLException {
        var kind = TimeKind.valueOf(row.getString("kind"));
        boolean task = kind == TimeKind.TASK;
        return new Row(
                task ? row.getString("key") + "-" + row.getInt("number") : kind.name(),
                kind,
                row.getString("key"),
                row.getObject("number", Integer.class),
                row.getString("name"),
                row.getString("project_name"),
                row.getObject("left_minutes", Integer.class) == null ? null : row.getLong("left_minutes"),
                row.getObject("remaining_work_minutes", Long.class),
                List.of());
    }

    private static Cell cell(ResultSet row, List<Correction> corrections) throws SQLException {
        return new Cell(
                row.getObject("day", LocalDate.class),
                row.getInt("minutes"),
                row.getString("note"),
                row.getObject("approved_minutes", Integer.class),
                corrections);
    }
}
