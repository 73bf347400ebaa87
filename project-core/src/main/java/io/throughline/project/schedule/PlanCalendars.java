package io.throughline.project.schedule;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours each project is planned in: its calendar's as they are now, the standard week's where it has none. */
@Component
@RequiredArgsConstructor
class PlanCalendars {

    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    PlanHours of(ProjectAccess project) {
        return hours(project.calendarId());
    }

    /** For a project that nobody has been let into yet. */
    PlanHours of(ProjectId project) {
        return hours(jdbc.sql("select calendar_id from project.project where id = ?")
                .param(project.value())
                .query(Long.class)
                .optional()
                .orElse(null));
    }

    /** Each calendar is looked up once, however many rows name it. */
    PlanHours of(@Nullable Long calendar, Map<Long, PlanHours> known) {
        return calendar == null ? PlanHours.STANDARD : known.computeIfAbsent(calendar, this::hours);
    }

    private PlanHours hours(@Nullable Long calendar) {
        return calendar == null
                ? PlanHours.STANDARD
                : new PlanHours(calendars.current(new WorkCalendarId(calendar)).local());
    }
}
