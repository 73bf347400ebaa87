package io.throughline.web.project.schedule;

import io.throughline.project.schedule.ComputedPlan;
import io.throughline.project.schedule.ComputedPlan.ComputedTask;
import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.ScheduleMode;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.network.Conflict;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.Lag;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its computed dates, local date-times of the project.
 *
 * @param conflicts what cannot all be kept
 * @param tasks in outline order; cancelled ones have no dates and are left out
 */
record PlanAnswer(LocalDateTime start, LocalDateTime finish, List<Clash> conflicts, List<Task> tasks) {

    /**
     * @param uid the number the task had in the file it came from
     * @param totalSlackMinutes working minutes; elapsed ones for elapsed durations
     */
    record Task(
            int no,
            @Nullable String uid,
            String wbs,
            String name,
            boolean summary,
            boolean milestone,
            ScheduleMode mode,
            LocalDateTime start,
            LocalDateTime finish,
            LocalDateTime earlyStart,
            LocalDateTime earlyFinish,
            LocalDateTime lateStart,
            LocalDateTime lateFinish,
            long totalSlackMinutes,
            long freeSlackMinutes,
            boolean critical,
            List<Reason> drivers) {}

    /**
     * @param no of the task that drives: a predecessor, a successor, or a part of a summary
     * @param through number of the summary above that the reason belongs to
     */
    record Reason(
            Driver.Kind kind,
            @Nullable Long no,
            @Nullable DependencyType type,
            @Nullable Long lag,
            Lag.@Nullable Unit lagUnit,
            @Nullable Long through) {

        static Reason of(Driver driver) {
            var link = driver.link();
            boolean part = driver.kind() == Driver.Kind.PART;
            if (link == null) {
                return new Reason(
                        driver.kind(), part ? driver.task() : null, null, null, null, part ? null : driver.task());
            }
            long no = driver.kind() == Driver.Kind.SUCCESSOR ? link.successor() : link.predecessor();
            return new Reason(
                    driver.kind(),
                    no,
                    link.type(),
                    link.lag().amount(),
                    link.lag().unit(),
                    driver.task());
        }
    }

    /**
     * @param no of the task that suffers
     * @param predecessor of the link that is not kept, for the kinds that have one
     * @param minutes by how much, working minutes of the task's calendar
     */
    record Clash(
            Conflict.Kind kind,
            long no,
            @Nullable Long predecessor,
            @Nullable DependencyType type,
            long minutes) {

        static Clash of(Conflict conflict) {
            var link = conflict.link();
            return new Clash(
                    conflict.kind(),
                    conflict.task(),
                    link == null ? null : link.predecessor(),
                    link == null ? null : link.type(),
                    conflict.minutes());
        }
    }

    static PlanAnswer of(ComputedPlan plan, List<TaskRow> outline) {
        var computed = plan.tasks().stream()
                .collect(Collectors.toMap(task -> (int) task.dates().id(), Function.identity()));
        return new PlanAnswer(
                plan.start(),
                plan.finish(),
                plan.conflicts().stream().map(Clash::of).toList(),
                outline.stream()
                        .map(row -> task(row, computed))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private static @Nullable Task task(TaskRow row, Map<Integer, ComputedTask> computed) {
        var task = computed.get(row.number());
        if (task == null) {
            return null;
        }
        var dates = task.dates();
        return new Task(
                row.number(),
                row.uid(),
                row.wbs(),
                row.name(),
                row.summary(),
                row.isMilestone(),
                row.mode(),
                dates.start(),
                dates.finish(),
                dates.earlyStart(),
                dates.earlyFinish(),
                dates.lateStart(),
                dates.lateFinish(),
                dates.totalSlack(),
                dates.freeSlack(),
                dates.critical(),
                Stream.concat(task.startDrivers().stream(), task.finishDrivers().stream())
                        .distinct()
                        .map(Reason::of)
                        .toList());
    }
}
