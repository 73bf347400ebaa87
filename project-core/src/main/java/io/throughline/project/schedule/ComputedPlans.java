package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.ComputedPlan.ComputedTask;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.InvalidNetworkException;
import io.throughline.project.schedule.network.Schedule;
import java.util.stream.Collectors;
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
    private final PlanNetworks networks;

    /**
     * @throws RuleViolation {@code project.schedule.cyclicDependency} with the numbers of the tasks on the way round,
     *     {@code foundation.calendar.neverOpens} where a calendar has no working time left
     */
    public ComputedPlan of(Viewer viewer, String key) {
        var project = projects.requirePlan(viewer, key);
        try {
            return shown(CriticalPath.of(networks.load(project)));
        } catch (InvalidNetworkException e) {
            throw translated(e);
        }
    }

    private static ComputedPlan shown(Schedule schedule) {
        var tasks = schedule.all().stream()
                .map(dates ->
                        new ComputedTask(dates, schedule.startDrivers(dates.id()), schedule.finishDrivers(dates.id())))
                .toList();
        return new ComputedPlan(schedule.projectStart(), schedule.projectFinish(), tasks);
    }

    private static RuntimeException translated(InvalidNetworkException e) {
        return switch (e.problem()) {
            case CYCLIC_LINKS, CYCLIC_HIERARCHY, LINK_WITHIN_SUMMARY ->
                new RuleViolation(
                        "project.schedule.cyclicDependency",
                        e.tasks().stream().map(String::valueOf).collect(Collectors.joining(" → ")));
            case NEVER_OPENS -> new RuleViolation("foundation.calendar.neverOpens");
            default -> e;
        };
    }
}
