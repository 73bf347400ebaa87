package io.throughline.foundation.calendar;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads calendars for people: the list, one with all its days, its history. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class WorkCalendarQueries {

    private final JdbcClient jdbc;

    /** All calendars but those of single records, by name; an installation has tens of them. */
    public List<CalendarRow> list(Viewer viewer) {
        return rows("subject_id is null", Map.of());
    }

    /** The calendars of one record alone, by name. */
    public List<CalendarRow> of(Viewer viewer, SubjectRef owner) {
        return rows("subject_type = :type and subject_id = :id", Map.of("type", owner.type(), "id", owner.id()));
    }

    private List<CalendarRow> rows(String condition, Map<String, ?> params) {
        return jdbc.sql("""
                select id, name_zh, name_en, zone, week, changed_at,
                       case when special_days = '' then 0
                            else length(special_days) - length(replace(special_days, chr(10), '')) + 1 end as days
                from foundation.work_calendar
                where %s
                order by lower(name_en), id
                limit 1000""".formatted(condition))
                .params(params)
                .query((row, i) -> new CalendarRow(
                        new WorkCalendarId(row.getLong("id")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("zone"),
                        WorkWeek.parse(row.getString("week")),
                        row.getLong("days"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    public CalendarDetail require(Viewer viewer, WorkCalendarId id) {
        return jdbc.sql("select * from foundation.work_calendar where id = ?")
                .param(id.value())
                .query((row, i) -> new CalendarDetail(
                        id,
                        row.getInt("version"),
                        row.getInt("revision"),
                        StoredCalendar.definition(
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getString("zone"),
                                row.getString("week"),
                                row.getString("special_days")),
                        row.getTimestamp("changed_at").toInstant()))
                .optional()
                .orElseThrow(() -> new NotFound("calendar", id.value()));
    }

    /** The last fifty revisions, newest first. */
    public List<CalendarRevisionRow> revisions(Viewer viewer, WorkCalendarId id) {
        return jdbc.sql("""
                select r.number, r.valid_from, r.cause, coalesce(u.name, '') as by
                from foundation.work_calendar_revision r
                left join foundation.app_user u on u.id = r.created_by
                where r.calendar_id = ?
                order by r.number desc
                limit 50""")
                .param(id.value())
                .query((row, i) -> new CalendarRevisionRow(
                        row.getInt("number"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getString("cause"),
                        row.getString("by")))
                .list();
    }
}
