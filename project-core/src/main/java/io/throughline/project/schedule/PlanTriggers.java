package io.throughline.project.schedule;

import io.throughline.foundation.calendar.WorkCalendarChanged;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectCalendarChanged;
import io.throughline.project.lifecycle.ProjectDatesChanged;
import io.throughline.project.lifecycle.ProjectId;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<TaskCrews> crews;
    private final JdbcClient jdbc;

    @EventListener
    void on(ProjectCalendarChanged changed) {
        run(changed.projectId(), "calendar");
    }

    @EventListener
    void on(ProjectDatesChanged changed) {
        run(changed.projectId(), "project-dates");
    }

    @EventListener
    void on(WorkCalendarChanged changed) {
        var projects = new TreeSet<>(CalendarReplanJob.users(jdbc, changed.calendarId()));
        crews.ifAvailable(known -> projects.addAll(known.projectsOn(changed.calendarId())));
        replanning.later(actor(), projects);
    }

    private void run(ProjectId project, String cause) {
        replanning.open(project);
        replanning.run(actor(), project, cause);
    }

    private static Viewer actor() {
        return CurrentActor.get().orElseGet(() -> Viewer.system("schedule"));
    }
}
