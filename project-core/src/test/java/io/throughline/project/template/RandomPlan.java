package io.throughline.project.template;

import io.throughline.project.lifecycle.ProjectAccess;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A plan out of a seed, written past the commands: four link kinds with every unit of lag, elapsed durations, splits, task
 * calendars; and where dates are wanted, constraints of all kinds, deadlines and tasks planned by hand, days off included.
 */
final class RandomPlan {

    private static final List<String> KINDS =
            List.of("FINISH_TO_START", "FINISH_TO_START", "START_TO_START", "FINISH_TO_FINISH", "START_TO_FINISH");
    private static final List<String> CONSTRAINTS = List.of("SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO");
    private static final List<LocalTime> TIMES =
            List.of(LocalTime.of(8, 0), LocalTime.of(10, 30), LocalTime.of(17, 0), LocalTime.of(18, 0));

    private final JdbcClient jdbc;
    private final ProjectAccess project;
    private final LocalDate start;
    private final Random random;
    private final boolean dates;
    private final @Nullable Long calendar;

    private final List<Long> ids = new ArrayList<>();
    private final List<Boolean> summaries = new ArrayList<>();
    private final List<Integer> above = new ArrayList<>();

    /**
     * @param dates whether people set any
     * @param calendar of some of the tasks
     */
    RandomPlan(
            JdbcClient jdbc,
            ProjectAccess project,
            LocalDate start,
            long seed,
            boolean dates,
            @Nullable Long calendar) {
        this.jdbc = jdbc;
        this.project = project;
        this.start = start;
        this.random = new Random(seed);
        this.dates = dates;
        this.calendar = calendar;
    }

    /** @param size of the outline, summaries included */
    void write(int size) {
        while (ids.size() < size) {
            int top = task(-1, true);
            int inner = task(top, true);
            for (int i = 2 + random.nextInt(4); i > 0; i--) {
                task(inner, false);
            }
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                task(top, false);
            }
            task(-1, false);
        }
        for (int i = 0; i < 2 * size; i++) {
            link(random.nextInt(ids.size()), random.nextInt(ids.size()));
        }
        jdbc.sql("insert into project.task_number (project_id, last_number) values (?, ?)")
                .params(project.id().value(), ids.size())
                .update();
    }

    private int task(int parent, boolean summary) {
        int index = ids.size();
        boolean milestone = !summary && random.nextInt(8) == 0;
        boolean manual = dates && !summary && !milestone && random.nextInt(6) == 0;
        boolean constrained = dates && !summary && !manual && random.nextInt(4) == 0;
        boolean deadline = dates && random.nextInt(4) == 0;
        boolean elapsed = !summary && !milestone && random.nextInt(8) == 0;
        long minutes = milestone ? 0 : 60L * (1 + random.nextInt(60));
        var from = moment();
        var to = from.plusDays(random.nextInt(12)).plusHours(3);
        boolean alap = random.nextInt(12) == 0 && !summary && !manual;
        var constraint = constrained ? CONSTRAINTS.get(random.nextInt(CONSTRAINTS.size())) : alap ? "ALAP" : "ASAP";
        var own = calendar != null && !summary && random.nextInt(5) == 0 ? calendar : null;
        boolean split = !summary && !milestone && !elapsed && random.nextInt(8) == 0;
        ids.add(jdbc.sql("""
                        insert into project.task (id, version, project_id, number, parent_id, position, kind, summary, name,
                               status, blocked, priority, mode, planned_start, planned_finish, duration_minutes,
                               duration_elapsed, percent_complete, constraint_type, constraint_date, deadline, shared,
                               calendar_id, gap_minutes, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, :project, :number, :parent, :number * 1024, :kind, :summary,
                               :name, 'NOT_STARTED', false, :priority, :mode, :from, :to, :minutes, :elapsed, 0, :constraint,
                               :constrained, :deadline, :shared, :calendar, :gaps, now(), now())
                        returning id
                        """)
                .param("project", project.id().value())
                .param("number", index + 1)
                .param("parent", parent < 0 ? null : ids.get(parent))
                .param("kind", milestone ? "MILESTONE" : "TASK")
                .param("summary", summary)
                .param("name", "任务 " + (index + 1))
                .param("priority", 400 + random.nextInt(200))
                .param("mode", manual ? "MANUAL" : "AUTO")
                .param("from", manual ? from : null)
                .param("to", manual ? to : null)
                .param("minutes", summary ? null : minutes)
                .param("elapsed", elapsed)
                .param("constraint", constraint)
                .param("constrained", constrained ? moment() : null)
                .param("deadline", deadline ? moment() : null)
                .param("shared", milestone)
                .param("calendar", own)
                .param("gaps", split ? 240L : 0L)
                .query(Long.class)
                .single());
        summaries.add(summary);
        above.add(parent);
        return index;
    }

    private LocalDateTime moment() {
        return start.plusDays(random.nextInt(60) - 5L).atTime(TIMES.get(random.nextInt(TIMES.size())));
    }

    /** From what stands earlier to what stands later, and never to or from a summary above. */
    private void link(int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean intoSummary = summaries.get(to) && (kind.equals("FINISH_TO_FINISH") || kind.equals("START_TO_FINISH"));
        if (from == to || holds(from, to) || intoSummary || summaries.get(from) && last(from) >= to) {
            return;
        }
        int unit = random.nextInt(8);
        var lag =
                switch (unit) {
                    case 0 -> new Object[] {"WORKING", 60L * (random.nextInt(40) - 10)};
                    case 1 -> new Object[] {"ELAPSED", 60L * (random.nextInt(60) - 10)};
                    case 2 -> new Object[] {"PERCENT", 100L * (random.nextInt(120) - 20)};
                    case 3 -> new Object[] {"ELAPSED_PERCENT", 100L * random.nextInt(100)};
                    default -> new Object[] {"WORKING", 0L};
                };
        jdbc.sql("""
                        insert into project.task_dependency (id, version, project_id, predecessor_id, successor_id, type,
                               lag_unit, lag_minutes, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, ?, ?, ?, ?, ?, now(), now()) on conflict do nothing
                        """)
                .params(project.id().value(), ids.get(from), ids.get(to), kind, lag[0], lag[1])
                .update();
    }

    private boolean holds(int summary, int task) {
        for (int at = above.get(task); at >= 0; at = above.get(at)) {
            if (at == summary) {
                return true;
            }
        }
        return false;
    }

    private int last(int summary) {
        int last = summary;
        for (int i = summary + 1; i < ids.size(); i++) {
            last = holds(summary, i) ? i : last;
        }
        return last;
    }
}
