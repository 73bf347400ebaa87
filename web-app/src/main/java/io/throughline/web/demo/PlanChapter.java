package io.throughline.web.demo;

import io.throughline.web.demo.ProjectChapter.Course;
import io.throughline.web.demo.Story.Person;
import io.throughline.web.demo.Story.Venture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plans: a tree of about thirty lines each, with links, baselines, and what has happened so far. */
final class PlanChapter {

    private static final long GAP = 1024;
    private static final long DAY_MINUTES = 480;

    /** Who of the team does which kind of work, by place in the team; the other kinds are trades. */
    private static final Map<String, Integer> HANDS = Map.of("engineer", 0, "software", 1, "field", 2);

    private final Story story;
    private final Rows tasks;
    private final Rows numbers;
    private final Rows links;
    private final Rows baselines;
    private final Rows forecasts;
    private final Rows trends;
    private final Rows blocks;
    private final ResourceRows resources;
    private final TimesheetRows timesheets;
    private final FullDays days;

    PlanChapter(Story story) {
        this.story = story;
        this.tasks = Rows.ofRecords(
                story.jdbc,
                "project.task",
                "project_id, number, parent_id, position, kind, summary, name, status, blocked, blocked_reason,"
                        + " blocked_since, assignee_id, priority, mode, planned_start, planned_finish,"
                        + " duration_minutes, duration_elapsed, optimistic_minutes, likely_minutes, pessimistic_minutes,"
                        + " percent_complete, effort_minutes, actual_start,"
                        + " actual_finish, baseline_start, baseline_finish, baseline_minutes,"
                        + " baseline_effort_minutes, forecast_finish, constraint_type, shared, started_at, done_at");
        this.numbers = Rows.of(story.jdbc, "project.task_number", "project_id, last_number");
        this.links = Rows.ofRecords(
                story.jdbc,
                "project.task_dependency",
                "project_id, predecessor_id, successor_id, type, lag_minutes, lag_unit");
        this.baselines = Rows.ofRecords(
                story.jdbc,
                "project.baseline",
                "project_id, number, name, taken_at, planned_start, planned_finish, task_count, effort_minutes");
        this.forecasts =
                Rows.ofRecords(story.jdbc, "project.milestone_forecast", "task_id, forecast, reason, reported_at");
        this.trends = Rows.of(story.jdbc, "project.milestone_trend", "task_id, reported_on, expected");
        this.resources = new ResourceRows(story);
        this.timesheets = new TimesheetRows(story);
        this.days = new FullDays(story);
        this.blocks = Rows.ofRecords(story.jdbc, "project.task_block", "task_id, reason, since");
    }

    void tell(Course course, Venture venture) {
        var all = new ArrayList<PlannedTask>();
        PlannedTask summary = null;
        for (var line : Sheet.lines("plan-" + course.line()[2])) {
            if (line[0].equals("D")) {
                continue;
            }
            var task = new PlannedTask(
                    story.id(),
                    all.size() + 1,
                    line[0].equals("S") ? null : summary,
                    line[0].charAt(0),
                    venture.client().chinese() ? line[1] : line[2]);
            if (task.isSummary()) {
                summary = task;
            } else {
                plan(task, line, course, venture);
                happen(task, course);
            }
            all.add(task);
        }
        if (course.key().equals("HDZC2") || course.key().equals("HCMES")) {
            fillTheWeek(all, venture);
        }
        all.forEach(days::fit);
        all.stream().filter(PlannedTask::isSummary).forEach(PlannedTask::rollUp);
        link(all, venture.id(), course);
        all.forEach(task -> store(task, course, venture));
        resources.tell(all, course, venture);
        timesheets.tell(all, venture);
        all.stream().filter(PlannedTask::isMilestone).forEach(task -> expect(task, course));
        numbers.add(venture.id(), all.size());
        if (course.baselined()) {
            freeze(all, course, venture);
        }
    }

    private void plan(PlannedTask task, String[] line, Course course, Venture venture) {
        double from = Double.parseDouble(line[3]);
        task.start = course.day(from);
        task.finish = task.isMilestone() ? task.start : course.day(Double.parseDouble(line[4]));
        if (!task.isMilestone()) {
            task.effortMinutes = Math.min(Long.parseLong(line[5]) * 60, available(task));
            task.assignee = hand(line[6], venture);
        }
        if (!course.baselined() && from > 35) {
            task.assignee = null;
        }
    }

    /** What one person can do of it in its days. */
    private static long available(PlannedTask task) {
        return Math.max(1, Story.workdays(task.plannedStart(), task.plannedFinish())) * DAY_MINUTES;
    }

    /** What today tells about it: most is done on its day or before, some is late, some is under way. */
    private void happen(PlannedTask task, Course course) {
        var finish = task.plannedFinish();
        int late = story.chance(22) ? story.between(1, 7) : -story.between(0, 2);
        var done = Story.workday(finish.plusDays(late));
        if (late > 0 && !done.isAfter(finish)) {
            done = Story.workday(finish.plusDays(late + 3L));
        }
        if (done.isBefore(task.plannedStart())) {
            done = task.plannedStart();
        }
        boolean everything = course.over() || course.phase().equals("CLOSURE") && finish.isBefore(story.today);
        boolean cancelled = course.status().equals("CANCELLED") && finish.isAfter(course.day(60));
        if (cancelled) {
            task.status = "CANCELLED";
        } else if (everything || finish.isBefore(story.today) && !done.isAfter(story.today)) {
            task.complete(over(done.isAfter(story.today) ? finish : done, task.plannedStart()));
        } else if (!task.isMilestone() && task.plannedStart().isBefore(story.today)) {
            task.begin(finish.isBefore(story.today) ? story.between(70, 95) : story.between(1, 8) * 10);
        } else if (task.isMilestone() && finish.isBefore(story.today)) {
            task.forecast = Story.workday(story.today.plusDays(6));
        }
        if (task.isOpenWork() && story.chance(6)) {
            task.blocked = true;
        }
    }

    /** What ends today at five may still lie ahead: it was done on the last working day before. */
    private LocalDate over(LocalDate done, LocalDate start) {
        var before = Story.workday(story.today.minusDays(1));
        return done.isBefore(story.today) ? done : before.isBefore(start) ? start : before;
    }

    /** What {@code member} has to do: due today, two days over, and later this week. */
    private void fillTheWeek(List<PlannedTask> all, Venture venture) {
        var due = List.of(story.today, story.today.minusDays(2), story.today.plusDays(3));
        int n = 0;
        for (var task : all) {
            if (n < due.size() && task.isOpenWork() && venture.team().contains(task.assignee)) {
                task.assignee = story.person("member");
                task.finish = due.get(n++);
                task.blocked = false;
                if (task.plannedStart().isAfter(task.plannedFinish())) {
                    task.start = Story.workday(task.plannedFinish().minusDays(3));
                }
                task.effortMinutes = Math.min(task.effortMinutes, available(task));
                if (task.status.equals("NOT_STARTED") && n < 3) {
                    task.begin(20);
                }
            }
        }
    }

    private void link(List<PlannedTask> all, long project, Course course) {
        PlannedTask before = null;
        for (var task : all) {
            if (task.isSummary()) {
                continue;
            }
            if (before != null && !before.plannedFinish().isAfter(task.plannedStart())) {
                links.record(
                        story.id(), begun(course), null, project, before.id, task.id, "FINISH_TO_START", 0L, "WORKING");
            }
            before = task;
        }
    }

    private void store(PlannedTask task, Course course, Venture venture) {
        boolean frozen = course.baselined();
        var days = Story.workdays(task.plannedStart(), task.plannedFinish());
        Long minutes = task.isSummary() ? null : Long.valueOf(task.isMilestone() ? 0 : days * DAY_MINUTES);
        var blockedSince = task.blocked ? story.past(story.today.minusDays(3).atTime(10, 15)) : null;
        var reason = venture.client().chinese() ? "等待客户提供现场停机窗口" : "Waiting for the customer's stop window";
        tasks.record(
                task.id,
                begun(course),
                venture.manager().id(),
                venture.id(),
                task.number,
                task.parent == null ? null : task.parent.id,
                task.number * GAP,
                task.isMilestone() ? "MILESTONE" : "TASK",
                task.isSummary(),
                task.name,
                task.status,
                task.blocked,
                task.blocked ? reason : null,
                blockedSince,
                task.assignee == null ? null : task.assignee.id(),
                500,
                "AUTO",
                task.startTime(task.plannedStart()),
                task.plannedFinish().atTime(17, 0),
                minutes,
                false,
                estimate(task, minutes, 0.75),
                estimate(task, minutes, 1),
                estimate(task, minutes, 1.75),
                task.percent,
                task.isMilestone() ? null : task.effortMinutes,
                task.actualStart == null ? null : task.startTime(task.actualStart),
                task.actualFinish == null ? null : task.actualFinish.atTime(17, 0),
                frozen ? task.startTime(task.plannedStart()) : null,
                frozen ? task.plannedFinish().atTime(17, 0) : null,
                frozen ? minutes : null,
                frozen && !task.isMilestone() ? task.effortMinutes : null,
                task.forecast == null ? null : task.forecast.atTime(17, 0),
                "ASAP",
                task.isMilestone(),
                task.actualStart == null ? null : story.past(task.actualStart.atTime(8, 5)),
                task.actualFinish == null ? null : story.past(task.actualFinish.atTime(17, 5)));
        if (blockedSince != null) {
            blocks.record(
                    story.id(),
                    blockedSince,
                    task.assignee == null ? null : task.assignee.id(),
                    task.id,
                    reason,
                    blockedSince);
        }
        if (task.forecast != null) {
            var reported = story.past(story.today.minusDays(1).atTime(17, 40));
            forecasts.record(
                    story.id(),
                    reported,
                    venture.manager().id(),
                    task.id,
                    task.forecast.atTime(17, 0),
                    venture.client().chinese()
                            ? "前序工作未完成，已与客户沟通"
                            : "Preceding work not finished, agreed with the customer",
                    reported);
        }
    }

    /** What was expected of a milestone: a draft, the baseline, some days more along the way, and when it was reached. */
    private void expect(PlannedTask task, Course course) {
        var told = new TreeMap<LocalDate, LocalDate>();
        var planned = task.plannedFinish();
        var frozen = course.day(14);
        told.put(course.start(), Story.workday(planned.minusDays(task.number % 3 * 4L)));
        told.put(frozen, planned);
        if (task.number % 2 == 0) {
            told.put(frozen.plusDays(21), Story.workday(planned.plusDays(3)));
            told.put(frozen.plusDays(49), Story.workday(planned.plusDays(task.number % 3 == 0 ? 9 : 3)));
        }
        told.forEach((day, expected) -> {
            boolean past = day.isBefore(story.today) && (task.actualFinish == null || day.isBefore(task.actualFinish));
            if (past && !expected.isBefore(day)) {
                trends.add(task.id, day, expected);
            }
        });
        if (task.actualFinish != null && !task.actualFinish.isAfter(story.today)) {
            trends.add(task.id, task.actualFinish, task.actualFinish);
        }
    }

    /** Two tasks in three have three points, in half days. */
    private static @Nullable Long estimate(PlannedTask task, @Nullable Long minutes, double share) {
        return minutes == null || minutes == 0 || task.number % 3 == 0
                ? null
                : Long.valueOf(share == 1 ? minutes : Math.round(minutes * share / 240) * 240);
    }

    private void freeze(List<PlannedTask> all, Course course, Venture venture) {
        var at = story.past(course.day(14).atTime(15, 0));
        long effort = all.stream()
                .filter(task -> !task.isSummary())
                .mapToLong(task -> task.effortMinutes)
                .sum();
        baselines.record(
                story.id(),
                at,
                venture.manager().id(),
                venture.id(),
                0,
                "R0",
                at,
                course.start().atTime(8, 0),
                course.finish().atTime(17, 0),
                all.size(),
                effort);
    }

    void write() {
        tasks.write();
        numbers.write();
        links.write();
        baselines.write();
        forecasts.write();
        trends.write();
        blocks.write();
        resources.write();
        timesheets.write();
        new LeaveRows(story).write();
        story.jdbc.update("""
                insert into project.baseline_task (baseline_id, task_id, start, finish, duration_minutes, effort_minutes)
                select b.id, t.id, t.baseline_start, t.baseline_finish, t.baseline_minutes, t.baseline_effort_minutes
                  from project.baseline b join project.task t on t.project_id = b.project_id
                 where b.project_id = any (?)
                """, (Object) story.ventures.stream().map(Venture::id).toArray(Long[]::new));
    }

    private @Nullable Person hand(String kind, Venture venture) {
        var place = HANDS.get(kind);
        return place != null
                ? venture.team().get(place % venture.team().size())
                : kind.equals("pm") ? venture.manager() : venture.trades().get(kind);
    }

    private Instant begun(Course course) {
        return story.past(course.start().atTime(9, 40));
    }
}
