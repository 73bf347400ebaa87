package io.throughline.project.schedule;

import static java.lang.Boolean.TRUE;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.network.Effort;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the duration of a task is counted, as people chose it: on which calendar, or day and night, and by what its people do. */
@Component
@RequiredArgsConstructor
class DurationCounts {

    private final PlanCalendars calendars;

    void begin(Viewer viewer, ProjectAccess project, Task task, AddTask command) {
        if (!task.isMilestone()) {
            var type = Objects.requireNonNullElse(command.effortType(), Effort.Type.FIXED_UNITS);
            var rule = new WorkRule(type, TRUE.equals(command.effortDriven()), TRUE.equals(command.ownHours()));
            count(viewer, project, task, command.calendarId(), command.elapsed(), rule);
        }
    }

    void change(Viewer viewer, ProjectAccess project, Task task, EditTask command) {
        var type = command.effortType();
        if (type != null && !task.isSummary() && !task.isMilestone()) {
            var rule = new WorkRule(type, TRUE.equals(command.effortDriven()), TRUE.equals(command.ownHours()));
            count(viewer, project, task, command.calendarId(), command.elapsed(), rule);
        }
    }

    private void count(
            Viewer viewer,
            ProjectAccess project,
            Task task,
            @Nullable Long calendar,
            @Nullable Boolean elapsed,
            WorkRule rule) {
        if (calendar != null
                && !Objects.equals(calendar, task.getTiming().getCalendarId())
                && calendars.choices(viewer, project).stream()
                        .noneMatch(one -> one.id().value() == calendar)) {
            throw new RuleViolation("project.schedule.noCalendar").at("calendarId");
        }
        task.count(calendar, TRUE.equals(elapsed), rule);
    }
}
