package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.ComputedPlan.ComputedTask;
import io.throughline.project.schedule.network.Conflicts;
import io.throughline.project.schedule.network.Schedule;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes the dates of a project's plan when asked; nothing is stored. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ComputedPlans {

    private final ProjectQueries projects;
    private final Schedules schedules;

    /**
     * @throws RuleViolation {@code project.schedule.cyclicDependency} with the numbers of the tasks on the way round,
     *     {@code foundation.calendar.neverOpens} where a calendar has no working time left
     */
    public ComputedPlan of(Viewer viewer, String key) {
        return shown(schedules.of(projects.requirePlan(viewer, key).id()).schedule());
    }

    private static ComputedPlan shown(Schedule schedule) {
        var tasks = schedule.all().stream()
                .map(dates ->
                        new ComputedTask(dates, schedule.startDrivers(dates.id()), schedule.finishDrivers(dates.id())))
                .toList();
        return new ComputedPlan(schedule.projectStart(), schedule.projectFinish(), Conflicts.of(schedule), tasks);
    }
}
