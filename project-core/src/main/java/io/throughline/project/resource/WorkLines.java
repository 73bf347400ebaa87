package io.throughline.project.resource;

import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import io.throughline.project.schedule.UsualWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what resources do in a window of time, over all projects. */
@Component
@RequiredArgsConstructor
class WorkLines {

    /** A day more on both sides: projects may lie in other zones. */
    private static final String WITHIN = """
             and a.resource_id = any (?) and p.status in ('ACTIVE', 'ON_HOLD', 'CLOSED')
             and t.planned_finish > ? and t.planned_start < ?
             order by t.planned_start, t.id
            """;

    private final WorkCalendars calendars;
    private final Settings settings;
    private final JdbcClient jdbc;

    /** By resource. */
    Map<Long, List<WorkLine>> of(Viewer viewer, Set<Long> resources, LoadWindow window) {
        return jdbc
                .sql(WorkLine.sql(viewer) + WITHIN)
                .param(resources.toArray(Long[]::new))
                .param(window.from().minusDays(1).atStartOfDay())
                .param(window.to().plusDays(1).atStartOfDay())
                .query((row, n) -> WorkLine.of(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(WorkLine::resource));
    }

    Line line(LoadWindow window) {
        return new Line(new OwnHours(calendars), ZoneId.of(settings.get(Setting.COMPANY_ZONE)), window);
    }

    /** The line of time on which a window is looked at. */
    record Line(OwnHours hours, ZoneId zone, LoadWindow window) {

        /** Seconds that the company's clocks are ahead of those of the other zone. */
        long ahead(ZoneId other) {
            var at = window.from().atStartOfDay(zone).toInstant();
            return zone.getRules().getOffset(at).getTotalSeconds()
                    - other.getRules().getOffset(at).getTotalSeconds();
        }

        long ahead(WorkCalendar calendar) {
            return calendar.zone().equals(UsualWeek.CALENDAR.zone()) ? 0 : ahead(calendar.zone());
        }
    }
}
