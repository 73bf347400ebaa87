package io.throughline.foundation.calendar;

import io.throughline.foundation.model.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private static final int MOST = 1000;

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

    Map<WorkCalendarId, WorkCalendar> current(Collection<WorkCalendarId> ids) {
        var revisions = new HashMap<Long, WorkCalendarId>();
        jdbc.sql("""
                        select distinct on (calendar_id) calendar_id, id from foundation.work_calendar_revision
                        where calendar_id = any (?) order by calendar_id, number desc""")
                .param(ids.stream().map(WorkCalendarId::value).toArray(Long[]::new))
                .query(row -> {
                    revisions.put(row.getLong("id"), new WorkCalendarId(row.getLong("calendar_id")));
                });
        var found = new HashMap<WorkCalendarId, WorkCalendar>();
        engines(revisions.keySet()).forEach((revision, engine) -> found.put(revisions.get(revision), engine));
        ids.stream().filter(id -> !found.containsKey(id)).findFirst().ifPresent(id -> {
            throw missing(id);
        });
        return found;
    }

    private Map<Long, WorkCalendar> engines(Set<Long> revisions) {
        var found = new HashMap<Long, WorkCalendar>();
        synchronized (engines) {
            revisions.stream().filter(engines::containsKey).forEach(one -> found.put(one, engines.get(one)));
        }
        var unknown = revisions.stream().filter(one -> !found.containsKey(one)).toArray(Long[]::new);
        if (unknown.length > 0) {
            jdbc.sql("select id, zone, week, special_days from foundation.work_calendar_revision where id = any (?)")
                    .param(unknown)
                    .query(row -> {
                        found.put(row.getLong("id"), engine(row));
                    });
            synchronized (engines) {
                engines.putAll(found);
            }
        }
        return found;
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

    Map<CalendarAt, WorkCalendar> asOf(Collection<CalendarAt> moments) {
        var wanted = List.copyOf(new LinkedHashSet<>(moments));
        var revisions = new HashMap<CalendarAt, Long>();
        jdbc.sql("""
                        select m.n, r.id
                          from unnest(cast(:calendars as bigint[]), cast(:times as timestamptz[]))
                                   with ordinality as m(calendar, at, n)
                         cross join lateral (
                               select id from foundation.work_calendar_revision
                                where calendar_id = m.calendar
                                order by (valid_from <= m.at) desc,
                                         case when valid_from <= m.at then -number else number end
                                limit 1) r
                        """)
                .param(
                        "calendars",
                        wanted.stream().map(one -> one.calendar().value()).toArray(Long[]::new))
                .param("times", wanted.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .query(row -> {
                    revisions.put(wanted.get(row.getInt("n") - 1), row.getLong("id"));
                });
        wanted.stream().filter(one -> !revisions.containsKey(one)).findFirst().ifPresent(one -> {
            throw missing(one.calendar());
        });
        var engines = engines(new HashSet<>(revisions.values()));
        var found = new HashMap<CalendarAt, WorkCalendar>();
        revisions.forEach((one, revision) -> found.put(one, Objects.requireNonNull(engines.get(revision))));
        return found;
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
                .query((row, i) -> engine(row))
                .optional()
                .orElseThrow(() -> missing(id));
    }

    private static WorkCalendar engine(ResultSet row) throws SQLException {
        return WorkCalendar.of(
                ZoneId.of(row.getString("zone")),
                WorkWeek.parse(row.getString("week")),
                row.getString("special_days").lines().map(SpecialDay::parse).toList());
    }

    private static NotFound missing(WorkCalendarId id) {
        return new NotFound("calendar", id.value());
    }
}
