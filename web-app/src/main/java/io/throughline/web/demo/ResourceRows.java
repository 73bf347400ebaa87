package io.throughline.web.demo;

import io.throughline.web.demo.ProjectChapter.Course;
import io.throughline.web.demo.Story.Person;
import io.throughline.web.demo.Story.Venture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who and what the plans count on: the company's people with their skills and days off, its machines, and what each plan
 * uses up. One role is still looking for somebody who has the skill.
 */
final class ResourceRows {

    private static final long DAY_MINUTES = 480;
    private static final String ROLE = "电气调试工程师（待定）";

    private final Story story;
    private final List<String[]> goods = Sheet.lines("resources");
    private final Map<Long, Long> people = new HashMap<>();
    private final Map<String, Long> machines = new HashMap<>();
    private final Rows resources;
    private final Rows assignments;
    private final Rows skills;
    private final Rows leave;
    private @Nullable Long role;

    ResourceRows(Story story) {
        this.story = story;
        this.resources = Rows.ofRecords(
                story.jdbc,
                "project.resource",
                "project_id, name, kind, user_id, max_units, unit_label, group_name, active");
        this.assignments = Rows.ofRecords(
                story.jdbc,
                "project.resource_assignment",
                "project_id, task_id, resource_id, units, work_minutes, actual_work_minutes, remaining_work_minutes");
        this.skills = Rows.of(story.jdbc, "project.resource_skill", "resource_id, skill, level");
        this.leave = Rows.of(story.jdbc, "project.resource_leave", "resource_id, first_day, last_day, reason");
    }

    void tell(List<PlannedTask> plan, Course course, Venture venture) {
        var at = story.past(course.start().atTime(10, 15));
        people(plan, venture, at);
        boolean chinese = venture.client().chinese();
        for (var line : goods) {
            if (line[0].equals(course.line()[2])) {
                long id = line[1].equals("EQUIPMENT")
                        ? machines.computeIfAbsent(line[2], name -> pooled(name, line[1], null))
                        : own(line, venture, at);
                plan.stream()
                        .filter(task -> task.name.equals(line[chinese ? 6 : 7]))
                        .forEach(task -> assign(task, id, new BigDecimal(line[8]), hours(line[1], task), venture, at));
            }
        }
    }

    void write() {
        resources.write();
        assignments.write();
        skills.write();
        leave.write();
    }

    private void people(List<PlannedTask> plan, Venture venture, Instant at) {
        for (var task : plan) {
            var person = task.assignee;
            if (task.isSummary() || task.isMilestone()) {
                continue;
            }
            if (person != null) {
                long resource = people.computeIfAbsent(person.id(), id -> person(person));
                assign(task, resource, share(task), task.effortMinutes, venture, at);
            } else if (task.isOpenWork()) {
                assign(task, role(), share(task), task.effortMinutes, venture, at);
            }
        }
    }

    private long person(Person person) {
        long id = pooled(person.name(), "PERSON", person.id());
        for (var line : Sheet.lines("skills")) {
            if (line[0].equals(person.login())) {
                skills.add(id, line[1], Integer.valueOf(line[2]));
            }
        }
        for (var line : Sheet.lines("leave")) {
            if (line[0].equals(person.login())) {
                var first = story.today.plusDays(Long.parseLong(line[1]));
                leave.add(id, first, first.plusDays(Long.parseLong(line[2]) - 1), line[3]);
            }
        }
        return id;
    }

    private long role() {
        if (role == null) {
            role = pooled(ROLE, "GENERIC", null);
            skills.add(role, "电气调试", 3);
        }
        return role;
    }

    private long pooled(String name, String kind, @Nullable Long user) {
        long id = story.id();
        var at = story.now.minus(Story.DAYS, ChronoUnit.DAYS);
        var units = kind.equals("PERSON") ? BigDecimal.ONE : BigDecimal.valueOf(2);
        resources.record(id, at, null, null, name, kind, user, units, null, null, true);
        return id;
    }

    private long own(String[] line, Venture venture, Instant at) {
        boolean chinese = venture.client().chinese();
        var unit = line[chinese ? 4 : 5];
        long id = story.id();
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
                minutes - done);
    }

    /** How much of the working time the effort takes, at most all of it. */
    private static BigDecimal share(PlannedTask task) {
        long available = days(task) * DAY_MINUTES;
        return BigDecimal.valueOf(Math.min(task.effortMinutes, available))
                .divide(BigDecimal.valueOf(available), 4, RoundingMode.DOWN)
                .max(new BigDecimal("0.01"));
    }

    /** Machines work as long as the task takes; materials and costs have no hours. */
    private static long hours(String kind, PlannedTask task) {
        return kind.equals("EQUIPMENT") ? days(task) * DAY_MINUTES : 0;
    }

    private static int days(PlannedTask task) {
        return Math.max(1, Story.workdays(task.plannedStart(), task.plannedFinish()));
    }
}
