package io.throughline.project.schedule;

import io.throughline.foundation.calendar.CalendarRow;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours each project is planned in: its calendar's as they are now, the standard week's where it has none. */
@Component
@RequiredArgsConstructor
class PlanCalendars {

    private final WorkCalendars calendars;
    private final WorkCalendarQueries queries;
    private final JdbcClient jdbc;

    /** What tasks of the plan may be counted on: the calendars of all, and those the plan's file brought. */
    List<CalendarRow> choices(Viewer viewer, ProjectAccess project) {
        var own = queries.of(viewer, new SubjectRef("PROJECT", project.id().value()));
        return Stream.concat(queries.list(viewer).stream(), own.stream()).toList();
    }

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
