package io.throughline.project.schedule;

import io.throughline.project.schedule.PastedSheet.Fault;
import io.throughline.project.schedule.network.Effort;
import io.throughline.project.schedule.planfile.Column;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pasted row while it is read: its values as far as they could be understood, and what could not. */
final class PasteDraft {

    final int line;
    final int index;
    final Map<Column, Fault> faults = new EnumMap<>(Column.class);

    /** Columns with something in their cell. */
    final Set<Column> given = EnumSet.noneOf(Column.class);

    /** The task that gets the values; null for a new one. */
    @Nullable
    TaskRow target;

    @Nullable
    Fault fault;

    /** Place of the row above among the drafts; -1 at the top of the block. */
    int above = -1;

    int depth = 1;
    boolean summary;
    boolean milestone;
    String name = "";
    String id = "";
    String wbs = "";
    int rank;

    @Nullable
    Long minutes;

    boolean elapsed;

    Effort.@Nullable Type effortType;

    @Nullable
    LocalDateTime start;

    @Nullable
    LocalDateTime finish;

    @Nullable
    Integer percent;

    @Nullable
    Long assignee;

    @Nullable
    ConstraintType constraint;

    @Nullable
    LocalDateTime constraintDate;

    @Nullable
    LocalDateTime deadline;

    @Nullable
    ScheduleMode mode;

    @Nullable
    Long effort;

    List<TaskDuration> estimate = List.of();

    @Nullable
    Integer priority;

    @Nullable
    String notes;

    String predecessors = "";
    List<Link> links = List.of();

    PasteDraft(int line, int index) {
        this.line = line;
        this.index = index;
    }

    /** @param predecessor number of a task, or for a new one {@link #key} of its draft */
    record Link(int predecessor, DependencyType type, long lag, LagUnit unit) {}

    void take(TaskDuration duration) {
        minutes = duration.minutes();
        elapsed = duration.elapsed();
    }

    /** Tells it from all tasks of the plan and from the other drafts. */
    int key() {
        return target == null ? -1 - index : target.number();
    }

    boolean has(Column column) {
        return given.contains(column);
    }

    void refuse(Column column, String key, Object... args) {
        faults.putIfAbsent(column, Fault.of(key, args));
    }

    boolean isFaulty() {
        return fault != null || !faults.isEmpty();
    }
}
