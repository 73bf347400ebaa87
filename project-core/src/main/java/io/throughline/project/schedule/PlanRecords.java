package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.planfile.PlanFileBaseline;
import io.throughline.project.schedule.planfile.PlanFileBaseline.Line;
import io.throughline.project.schedule.planfile.PlanFileLink;
import io.throughline.project.schedule.planfile.PlanFileTask;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/** The rows of an imported plan, written a thousand at a time. */
@Component
@RequiredArgsConstructor
class PlanRecords {

    private static final int BATCH = 1000;
    private static final String TASK = """
            insert into project.task (id, version, project_id, number, parent_id, position, kind, summary, name,
                description, status, blocked, priority, mode, planned_start, planned_finish, duration_minutes,
                duration_elapsed, remaining_minutes, percent_complete, effort_minutes, actual_start, actual_finish,
                baseline_start, baseline_finish, constraint_type, constraint_date, deadline, wbs, external_uid, shared,
                calendar_id, effort_type, effort_driven, own_hours, resume_at, gap_minutes, leveling_delay_minutes,
                optimistic_minutes, likely_minutes, pessimistic_minutes,
                started_at, done_at, created_at, created_by, changed_at, changed_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LINK = """
            insert into project.task_dependency (id, version, project_id, predecessor_id, successor_id, type, lag_minutes,
                lag_unit, created_at, created_by, changed_at, changed_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BASELINE = """
            insert into project.baseline (id, version, project_id, number, name, note, taken_at, planned_start,
                planned_finish, task_count, effort_minutes, created_at, created_by, changed_at, changed_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
            """;
    private static final String BASELINE_TASK =
            "insert into project.baseline_task (baseline_id, task_id, start, finish) values (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    /** Whose plan it is, who brings it and when. */
    record Stamp(long project, Viewer viewer, Instant now, ZoneId zone) {

        private Object at(@Nullable LocalDateTime local) {
            return instant(local == null ? null : local.atZone(zone).toInstant());
        }

        private Object[] signature() {
            return new Object[] {instant(now), number(viewer.personId()), instant(now), number(viewer.personId())};
        }
    }

    void tasks(
            Stamp stamp,
            List<PlanFileTask> tasks,
            Map<Integer, Long> ids,
            int firstNumber,
            Map<Integer, Long> effort,
            Map<Integer, Long> calendars,
            IntConsumer written) {
        var rows = new ArrayList<Object[]>(tasks.size());
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var parent = task.parentUid() == null ? null : ids.get(task.parentUid());
            var place = new Place(ids.get(task.uid()), firstNumber + i, parent, (i + 1) * TaskDesk.GAP);
            rows.add(task(stamp, task, place, effort.get(task.uid()), calendars.get(task.uid())));
        }
        insert(TASK, rows, written);
    }

    void links(Stamp stamp, List<PlanFileLink> links, Map<Integer, Long> tasks, List<Long> ids, IntConsumer written) {
        var rows = new ArrayList<Object[]>(links.size());
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var head = new Object[] {
                ids.get(i),
                stamp.project(),
                tasks.get(link.predecessor()),
                tasks.get(link.successor()),
                DependencyType.valueOf(link.type().name()).name(),
                lag(link.lag()),
                unit(link.lag()).name()
            };
            rows.add(joined(head, stamp.signature()));
        }
        insert(LINK, rows, written);
    }

    /** Baseline 0 is that which counts; the others stand beside it. */
    void baselines(Stamp stamp, List<PlanFileBaseline> baselines, List<Long> fresh, Map<Integer, Long> tasks) {
        for (int i = 0; i < baselines.size(); i++) {
            var one = baselines.get(i);
            long id = fresh.get(i);
            var starts = one.lines().stream().map(Line::start).filter(java.util.Objects::nonNull);
            var finishes = one.lines().stream().map(Line::finish).filter(java.util.Objects::nonNull);
            var head = new Object[] {
                id,
                stamp.project(),
                one.number(),
                "R" + one.number(),
                note(stamp, one),
                instant(stamp.now()),
                local(starts.min(LocalDateTime::compareTo).orElse(null)),
                local(finishes.max(LocalDateTime::compareTo).orElse(null)),
                one.lines().size()
            };
            jdbc.update(BASELINE, joined(head, stamp.signature()));
            var rows = one.lines().stream()
                    .map(line -> new Object[] {id, tasks.get(line.uid()), local(line.start()), local(line.finish())})
                    .toList();
            insert(BASELINE_TASK, rows, written -> {});
        }
    }

    /** Tasks show the dates of the baseline that counts, though the file has it as another than its own. */
    void hold(PlanFileBaseline counting, Map<Integer, Long> tasks) {
        jdbc.batchUpdate(
                "update project.task set baseline_start = ?, baseline_finish = ? where id = ?",
                counting.lines().stream()
                        .map(line -> new Object[] {local(line.start()), local(line.finish()), tasks.get(line.uid())})
                        .toList());
    }

    private static String note(Stamp stamp, PlanFileBaseline one) {
        boolean chinese = stamp.viewer().locale().getLanguage().equals(Locale.CHINESE.getLanguage());
        var number = one.number() == 0 ? "" : " " + one.number();
        var saved = one.saved() == null ? null : one.saved().toLocalDate();
        if (chinese) {
            return "文件中的基准" + number + (saved == null ? "" : "，保存于 " + saved);
        }
        return "Baseline" + number + " of the file" + (saved == null ? "" : ", saved " + saved);
    }

    private Object[] task(Stamp stamp, PlanFileTask task, Place place, @Nullable Long effort, @Nullable Long calendar) {
        var kind = task.milestone() && !task.summary() ? TaskKind.MILESTONE : TaskKind.TASK;
        var status = status(task);
        var actualStart = status == TaskStatus.DONE && task.actualStart() == null ? task.start() : task.actualStart();
        var actualFinish =
                status != TaskStatus.DONE ? null : task.actualFinish() == null ? task.finish() : task.actualFinish();
        int percent = status == TaskStatus.DONE ? 100 : Math.min(99, (int) task.percentComplete());
        var timing = task.timing();
        boolean begun = status == TaskStatus.IN_PROGRESS && !task.summary();
        var estimate = timing.estimate();
        var head = new Object[] {
            number(place.id()),
            stamp.project(),
            place.number(),
            number(place.parent()),
            place.position(),
            kind.name(),
            task.summary(),
            task.name(),
            text(task.notes()),
            status.name(),
            task.priority(),
            (task.manual() ? ScheduleMode.MANUAL : ScheduleMode.AUTO).name(),
            local(task.start()),
            local(task.finish()),
            number(task.durationMinutes()),
            task.elapsed() && !task.summary(),
            number(begun ? remaining(task) : null),
            percent,
            number(effort),
            local(actualStart),
            local(actualFinish),
            local(task.baselineStart()),
            local(task.baselineFinish()),
            ConstraintType.valueOf(task.constraint().name()).name(),
            local(task.constraintDate()),
            local(task.deadline()),
            text(task.wbs()),
            String.valueOf(task.uid()),
            kind == TaskKind.MILESTONE,
            number(calendar),
            timing.effortType().name(),
            timing.effortDriven(),
            timing.ignoresResources(),
            local(begun ? timing.resume() : null),
            timing.gapMinutes(),
            timing.levelingDelayMinutes(),
            number(estimate == null ? null : estimate.optimistic()),
            number(estimate == null ? null : estimate.likely()),
            number(estimate == null ? null : estimate.pessimistic()),
            stamp.at(actualStart),
            stamp.at(actualFinish)
        };
        return joined(head, stamp.signature());
    }

    private record Place(
            @Nullable Long id, int number, @Nullable Long parent, long position) {}

    private static @Nullable Long remaining(PlanFileTask task) {
        var said = task.timing().remainingMinutes();
        var minutes = task.durationMinutes();
        if (said != null || minutes == null) {
            return said;
        }
        return Math.round(minutes * (100 - task.percentComplete()) / 100);
    }

    private static TaskStatus status(PlanFileTask task) {
        if (!task.active()) {
            return TaskStatus.CANCELLED;
        }
        boolean finished = task.actualFinish() != null && !task.summary();
        if (task.percentComplete() >= 100 || finished) {
            return TaskStatus.DONE;
        }
        boolean begun = task.percentComplete() > 0 || task.actualStart() != null;
        return begun ? TaskStatus.IN_PROGRESS : TaskStatus.NOT_STARTED;
    }

    private static long lag(PlanFileLink.Lag lag) {
        return switch (lag.unit()) {
            case WORKING, ELAPSED -> Math.round(lag.amount());
            case PERCENT, ELAPSED_PERCENT -> Math.round(lag.amount() * 100);
        };
    }

    private static LagUnit unit(PlanFileLink.Lag lag) {
        return switch (lag.unit()) {
            case WORKING -> LagUnit.WORKING;
            case ELAPSED -> LagUnit.ELAPSED;
            case PERCENT -> LagUnit.PERCENT;
            case ELAPSED_PERCENT -> LagUnit.ELAPSED_PERCENT;
        };
    }

    private void insert(String sql, List<Object[]> rows, IntConsumer written) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            var batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            jdbc.batchUpdate(sql, batch);
            written.accept(batch.size());
        }
    }

    private static Object[] joined(Object[] head, Object[] tail) {
        var all = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    private static Object number(@Nullable Long value) {
        return new SqlParameterValue(Types.BIGINT, value);
    }

    private static Object text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static Object local(@Nullable LocalDateTime value) {
        return new SqlParameterValue(Types.TIMESTAMP, value);
    }

    private static Object instant(@Nullable Instant value) {
        return new SqlParameterValue(
                Types.TIMESTAMP_WITH_TIMEZONE, value == null ? null : value.atOffset(ZoneOffset.UTC));
    }
}
