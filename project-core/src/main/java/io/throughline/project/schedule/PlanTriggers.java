package io.throughline.project.schedule;

import io.throughline.foundation.calendar.WorkCalendarChanged;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectCalendarChanged;
import io.throughline.project.lifecycle.ProjectDatesChanged;
import io.throughline.project.lifecycle.ProjectId;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plans anew what changes elsewhere move: at once for one project's calendar or days, in the background for a calendar
 * that many count with (scheduling rule 11).
 */
@Component
@RequiredArgsConstructor
class PlanTriggers {

    private final Replanning replanning;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    @EventListener
    void on(ProjectCalendarChanged changed) {
        run(changed.projectId(), "calendar");
    }

    @EventListener
    void on(ProjectDatesChanged changed) {
        run(changed.projectId(), "project dates");
    }

    @EventListener
    void on(WorkCalendarChanged changed) {
        if (CalendarReplanJob.isUsed(jdbc, changed.calendarId())) {
            jobs.start(actor(), CalendarReplanJob.KIND, new CalendarReplanJob.Payload(changed.calendarId()));
        }
    }

    private void run(ProjectId project, String cause) {
        replanning.open(project);
        replanning.run(actor(), project, cause);
    }

    private static Viewer actor() {
        return CurrentActor.get().orElseGet(() -> Viewer.system("schedule"));
    }
}
