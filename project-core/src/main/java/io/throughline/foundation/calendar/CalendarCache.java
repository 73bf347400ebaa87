package io.throughline.foundation.calendar;

import io.throughline.foundation.model.NotFound;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Engines of calendar revisions. A revision never changes, so its engine is kept by the revision's id; which revision
 * holds is asked of the database each time, so that every node counts with the newest.
 */
@Component
@RequiredArgsConstructor
class CalendarCache {

    private static final int MOST = 300;

    private final JdbcClient jdbc;

    @SuppressWarnings("serial")
    private final Map<Long, WorkCalendar> engines = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, WorkCalendar> eldest) {
            return size() > MOST;
        }
    };

    WorkCalendar current(WorkCalendarId id) {
        return engine(
                id, jdbc.sql("""
                        select id from foundation.work_calendar_revision
                        where calendar_id = ? order by number desc limit 1""").param(id.value()).query(Long.class).optional().orElseThrow(() -> missing(id)));
    }

    /** Of the revisions valid at the time the newest; of a time before the first, the first. */
    WorkCalendar asOf(WorkCalendarId id, Instant at) {
        return engine(
                id,
                jdbc.sql("""
                        select id from foundation.work_calendar_revision
                        where calendar_id = ?
                        order by (valid_from <= ?) desc, case when valid_from <= ? then -number else number end
                        limit 1""")
                        .params(id.value(), Timestamp.from(at), Timestamp.from(at))
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> missing(id)));
    }

    private WorkCalendar engine(WorkCalendarId id, long revision) {
        synchronized (engines) {
            var known = engines.get(revision);
            if (known != null) {
                return known;
            }
        }
        var engine = load(id, revision);
        synchronized (engines) {
            engines.put(revision, engine);
        }
        return engine;
    }

    private WorkCalendar load(WorkCalendarId id, long revision) {
        return jdbc.sql("select zone, week, special_days from foundation.work_calendar_revision where id = ?")
                .param(revision)
                .query((row, i) -> WorkCalendar.of(
                        ZoneId.of(row.getString(1)),
                        WorkWeek.parse(row.getString(2)),
                        row.getString(3).lines().map(SpecialDay::parse).toList()))
                .optional()
                .orElseThrow(() -> missing(id));
    }

    private static NotFound missing(WorkCalendarId id) {
        return new NotFound("calendar", id.value());
    }
}
