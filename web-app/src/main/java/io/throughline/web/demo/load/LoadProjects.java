package io.throughline.web.demo.load;

import io.throughline.web.demo.Sheet;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Projects over three years with their members and plans: groups of ten, a summary with eight tasks and a milestone. */
final class LoadProjects {

    private static final String STAMPS = "id, version, created_at, changed_at, ";
    private static final int GROUP = 10;
    private static final int STEP_DAYS = 3;
    private static final long DAY = 480;
    private static final long EFFORT = 960;
    private static final int PAST_DAYS = 1000;

    private final Connection connection;
    private final LoadSize size;
    private final LoadIds ids;
    private final Instant since;
    private final LocalDate today;
    private final List<String[]> words = Sheet.lines("plan-equipment").stream()
            .filter(line -> line[0].equals("T"))
            .toList();

    LoadProjects(Connection connection, LoadSize size, LoadIds ids, Instant since, LocalDate today) {
        this.connection = connection;
        this.size = size;
        this.ids = ids;
        this.since = since;
        this.today = today;
    }

    static String key(int project) {
        return "L" + (char) ('A' + project % 26) + (100 + project);
    }

    static String name(int project) {
        return LoadPeople.customer(project) + "改造项目 " + (project + 1);
    }

    /** Project managers: every third user from the third on. */
    int manager(int project) {
        int managers = Math.max(1, (size.users() - 6) / 3);
        return project == 0 || size.users() < 9 ? 2 : 6 + project % managers * 3;
    }

    LocalDate start(int project) {
        return today.minusDays((long) PAST_DAYS * (size.projects() - project) / size.projects());
    }

    LocalDate finish(int project) {
        return start(project).plusDays((long) size.tasksOf(project) * STEP_DAYS + 5);
    }

    boolean isClosed(int project) {
        return finish(project).isBefore(today.minusDays(20));
    }

    void projects() throws SQLException {
        try (var rows = new CopyRows(
                connection,
                "project.project",
                STAMPS + "key, name, goal, customer_id, internal, manager_id, visibility, zone, planned_start,"
                        + " planned_finish, actual_start, actual_finish, committed_date_r0, committed_date,"
                        + " final_acceptance_date, status, phase, health, health_since, closed_at")) {
            for (int i = 0; i < size.projects(); i++) {
                boolean closed = isClosed(i);
                var end = finish(i);
                var accepted = closed ? end.plusDays(i % 5 == 0 ? 6 : -1) : null;
                rows.row(
                        ids.projects() + i,
                        0,
                        since,
                        since,
                        key(i),
                        name(i),
                        "按期交付并通过验收",
                        ids.customers() + i % size.customers(),
                        false,
                        ids.users() + manager(i),
                        "INTERNAL",
                        "Asia/Shanghai",
                        start(i),
                        end,
                        start(i),
                        accepted,
                        end,
                        end,
                        accepted,
                        closed ? "CLOSED" : "ACTIVE",
                        closed ? "CLOSURE" : "EXECUTION",
                        i % 11 == 0 && !closed ? "AMBER" : "GREEN",
                        since,
                        closed ? end.plusDays(7).atStartOfDay() : null);
            }
            rows.finish();
        }
        try (var rows = new CopyRows(connection, "project.project_member", STAMPS + "project_id, user_id, role")) {
            for (int i = 0; i < size.projects(); i++) {
                for (int m = 0; m < LoadIds.MEMBERS; m++) {
                    rows.row(
                            ids.members() + (long) i * LoadIds.MEMBERS + m,
                            0,
                            since,
                            since,
                            ids.projects() + i,
                            ids.users() + (i + m * 7 + 5) % size.users(),
                            "MEMBER");
                }
            }
            rows.finish();
        }
        try (var rows = new CopyRows(connection, "project.task_number", "project_id, last_number")) {
            for (int i = 0; i < size.projects(); i++) {
                rows.row(ids.projects() + i, size.tasksOf(i));
            }
            rows.finish();
        }
    }

    void tasks() throws SQLException {
        try (var rows = new CopyRows(
                connection,
                "project.task",
                STAMPS + "project_id, number, parent_id, position, kind, summary, name, status, blocked, assignee_id,"
                        + " priority, mode, planned_start, planned_finish, duration_minutes, duration_elapsed,"
                        + " percent_complete, effort_minutes, actual_start, actual_finish, baseline_start,"
                        + " baseline_finish, constraint_type, shared")) {
            for (int project = 0; project < size.projects(); project++) {
                for (int n = 0; n < size.tasksOf(project); n++) {
                    task(rows, project, n);
                }
            }
            rows.finish();
        }
    }

    private void task(CopyRows rows, int project, int n) throws SQLException {
        int count = size.tasksOf(project);
        long first = ids.tasks() + size.taskOffset(project);
        int head = n - n % GROUP;
        int last = Math.min(head + GROUP, count) - 1;
        boolean summary = n == head && last > head;
        boolean milestone = n % GROUP == GROUP - 1;
        var begins = day(project, summary ? n + 1 : n);
        var ends = finishOf(project, summary ? last : n);
        int percent = summary ? percentOf(project, head + 1, last) : percent(project, n);
        boolean begun = percent > 0 || summary && percent(project, head + 1) > 0;
        var status = percent == 100 ? "DONE" : begun ? "IN_PROGRESS" : "NOT_STARTED";
        rows.row(
                first + n,
                0,
                since,
                since,
                ids.projects() + project,
                n + 1,
                n == head ? null : first + head,
                (n + 1) * 1024L,
                milestone ? "MILESTONE" : "TASK",
                summary,
                summary
                        ? "阶段 " + (n / GROUP + 1)
                        : milestone ? "里程碑 " + (n / GROUP + 1) : words.get(n % words.size())[1],
                status,
                false,
                summary || milestone ? null : ids.users() + (project + n * 7 + 5) % size.users(),
                500,
                "AUTO",
                milestone ? ends.atTime(17, 0) : begins.atTime(8, 0),
                ends.atTime(17, 0),
                summary ? null : milestone ? 0L : STEP_DAYS * DAY,
                false,
                percent,
                milestone
                        ? null
                        : summary ? (last - head - (last % GROUP == GROUP - 1 ? 1 : 0)) * EFFORT : Long.valueOf(EFFORT),
                begun ? (milestone ? ends.atTime(17, 0) : begins.atTime(8, 0)) : null,
                percent == 100 ? late(ends, project, summary ? last : n).atTime(17, 0) : null,
                milestone ? ends.atTime(17, 0) : begins.atTime(8, 0),
                ends.atTime(17, 0),
                "ASAP",
                milestone);
    }

    private LocalDate day(int project, int n) {
        return start(project).plusDays((long) n * STEP_DAYS);
    }

    private LocalDate finishOf(int project, int n) {
        return n % GROUP == GROUP - 1 ? day(project, n) : day(project, n).plusDays(STEP_DAYS - 1L);
    }

    /** In every fifth project the milestones were reached three days late. */
    private static LocalDate late(LocalDate due, int project, int n) {
        return due.plusDays(n % GROUP == GROUP - 1 && project % 5 == 0 ? 3 : 0);
    }

    private int percent(int project, int n) {
        if (isClosed(project) || finishOf(project, n).plusDays(3).isBefore(today)) {
            return 100;
        }
        return n % GROUP != GROUP - 1 && day(project, n).isBefore(today) ? 50 : 0;
    }

    /** As the schedule rolls up: by duration, a milestone weighing one minute; whole only when all is done. */
    private int percentOf(int project, int from, int to) {
        long weight = 0;
        long reached = 0;
        for (int n = from; n <= to; n++) {
            long own = n % GROUP == GROUP - 1 ? 1 : STEP_DAYS * DAY;
            weight += own;
            reached += own * percent(project, n);
        }
        return (int) (reached == weight * 100 ? 100 : Math.min(99, reached / weight));
    }
}
