package io.throughline.web.demo;

import io.throughline.web.demo.ProjectChapter.Course;
import io.throughline.web.demo.Story.Person;
import io.throughline.web.demo.Story.Venture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who and what each plan counts on: the people on its tasks, and the machines, materials and costs of its trade. */
final class ResourceRows {

    private static final long DAY_MINUTES = 480;

    private final Story story;
    private final List<String[]> goods = Sheet.lines("resources");
    private final Rows resources;
    private final Rows assignments;

    ResourceRows(Story story) {
        this.story = story;
        this.resources = Rows.ofRecords(
                story.jdbc,
                "project.resource",
                "project_id, name, kind, user_id, max_units, unit_label, email, group_name, active");
        this.assignments = Rows.ofRecords(
                story.jdbc,
                "project.resource_assignment",
                "project_id, task_id, resource_id, units, work_minutes, actual_work_minutes, remaining_work_minutes,"
                        + " starts_at, finishes_at");
    }

    void tell(List<PlannedTask> plan, Course course, Venture venture) {
        var at = story.past(course.start().atTime(10, 15));
        people(plan, venture, at);
        boolean chinese = venture.client().chinese();
        for (var line : goods) {
            if (line[0].equals(course.line()[2])) {
                long id = story.id();
                var unit = line[chinese ? 4 : 5];
                resources.record(
                        id,
                        at,
                        venture.manager().id(),
                        venture.id(),
                        line[chinese ? 2 : 3],
                        line[1],
                        null,
                        BigDecimal.ONE,
                        unit.isEmpty() ? null : unit,
                        null,
                        null,
                        true);
                plan.stream()
                        .filter(task -> task.name.equals(line[chinese ? 6 : 7]))
                        .forEach(task -> assign(task, id, new BigDecimal(line[8]), hours(line[1], task), venture, at));
            }
        }
    }

    void write() {
        resources.write();
        assignments.write();
    }

    private void people(List<PlannedTask> plan, Venture venture, Instant at) {
        Map<Long, Long> known = new HashMap<>();
        for (var task : plan) {
            var person = task.assignee;
            if (person != null && !task.isSummary() && !task.isMilestone()) {
                long resource = known.computeIfAbsent(person.id(), id -> person(person, venture, at));
                assign(task, resource, share(task), task.effortMinutes, venture, at);
            }
        }
    }

    private long person(Person person, Venture venture, Instant at) {
        long id = story.id();
        resources.record(
                id,
                at,
                venture.manager().id(),
                venture.id(),
                person.name(),
                "WORK",
                person.id(),
                BigDecimal.ONE,
                null,
                person.login() + "@throughline.example",
                null,
                true);
        return id;
    }

    private void assign(PlannedTask task, long resource, BigDecimal units, long minutes, Venture venture, Instant at) {
        long done = minutes * task.percent / 100;
        assignments.record(
                story.id(),
                at,
                venture.manager().id(),
                venture.id(),
                task.id,
                resource,
                units,
                minutes,
                done,
                minutes - done,
                task.plannedStart().atTime(8, 0),
                task.plannedFinish().atTime(17, 0));
    }

    /** How much of the working time the effort takes, in twentieths, at most all of it. */
    private static BigDecimal share(PlannedTask task) {
        double load = (double) task.effortMinutes / (days(task) * DAY_MINUTES);
        return BigDecimal.valueOf(Math.max(1, Math.min(20, Math.round(load * 20))) * 0.05)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** Machines work as long as the task takes; materials and costs have no hours. */
    private static long hours(String kind, PlannedTask task) {
        return kind.equals("WORK") ? days(task) * DAY_MINUTES : 0;
    }

    private static int days(PlannedTask task) {
        return Math.max(1, Story.workdays(task.plannedStart(), task.plannedFinish()));
    }
}
