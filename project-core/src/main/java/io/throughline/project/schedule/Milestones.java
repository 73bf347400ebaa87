package io.throughline.project.schedule;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forecasts, reaches and shares milestones. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class Milestones {

    private static final LocalTime CLOSE_OF_DAY = LocalTime.of(17, 0);

    private final MilestoneForecastRepository forecasts;
    private final MilestoneRecorder recorder;
    private final TaskDesk desk;
    private final ProjectQueries projects;
    private final Clock clock;

    /** Says on which day the milestone is now expected; every report stays as a point of the trend. */
    public void setForecast(Viewer viewer, String key, int number, LocalDate day, @Nullable String reason) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = load(project, number);
        var at = day.atTime(CLOSE_OF_DAY);
        task.expect(at);
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        forecasts.save(new MilestoneForecast(task.requireId(), at, why, clock.instant()));
        desk.noted(viewer, task, "project.schedule.forecastSet", Map.of("date", day.toString()));
        recorder.record(project.id());
    }

    /** The milestone was reached on that day, today at the latest; null is now. */
    public PlanChange reach(Viewer viewer, String key, int number, @Nullable LocalDate day) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = load(project, number);
        var local = desk.local(project);
        var at = day == null || day.equals(local.toLocalDate()) ? local : day.atTime(CLOSE_OF_DAY);
        task.complete(at, local, clock.instant());
        return desk.done(
                viewer,
                task,
                "project.schedule.reached",
                Map.of("date", at.toLocalDate().toString()));
    }

    /** Not reached after all. */
    public PlanChange reopen(Viewer viewer, String key, int number) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = load(project, number);
        task.reopen();
        return desk.done(viewer, task, "project.schedule.reopened");
    }

    /** Shows the milestone to the customer, or no longer. */
    public void share(Viewer viewer, String key, int number, boolean shared) {
        var project = projects.requirePlan(viewer, key).toManage();
        var task = load(project, number);
        task.share(shared);
        desk.noted(viewer, task, shared ? "project.schedule.sharedLine" : "project.schedule.unshared", Map.of());
    }

    private Task load(ProjectAccess project, int number) {
        var task = desk.load(project, number);
        if (!task.isMilestone()) {
            throw new NotFound("milestone", project.key() + "-" + number);
        }
        return task;
    }
}
