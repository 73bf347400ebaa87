package io.throughline.web.demo;

import io.throughline.web.demo.Story.Person;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of a plan while it is told. */
final class PlannedTask {

    final long id;
    final int number;
    final @Nullable PlannedTask parent;
    final char kind;
    final String name;
    final List<PlannedTask> children = new ArrayList<>();

    @Nullable
    LocalDate start;

    @Nullable
    LocalDate finish;

    @Nullable
    LocalDate actualStart;

    @Nullable
    LocalDate actualFinish;

    @Nullable
    LocalDate forecast;

    @Nullable
    Person assignee;

    String status = "NOT_STARTED";
    boolean blocked;
    int percent;
    long effortMinutes;

    PlannedTask(long id, int number, @Nullable PlannedTask parent, char kind, String name) {
        this.id = id;
        this.number = number;
        this.parent = parent;
        this.kind = kind;
        this.name = name;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    boolean isSummary() {
        return kind == 'S';
    }

    boolean isMilestone() {
        return kind == 'M';
    }

    boolean isOpenWork() {
        return kind == 'T' && (status.equals("IN_PROGRESS") || status.equals("NOT_STARTED"));
    }

    LocalDate plannedStart() {
        return Objects.requireNonNull(start);
    }

    LocalDate plannedFinish() {
        return Objects.requireNonNull(finish);
    }

    /** Milestones lie at closing time, work begins at opening. */
    LocalDateTime startTime(LocalDate day) {
        return isMilestone() ? day.atTime(17, 0) : day.atTime(8, 0);
    }

    void complete(LocalDate on) {
        status = "DONE";
        percent = 100;
        actualStart = isMilestone() || plannedStart().isAfter(on) ? on : plannedStart();
        actualFinish = on;
    }

    void begin(int reached) {
        status = "IN_PROGRESS";
        percent = reached;
        actualStart = plannedStart();
    }

    /** What a summary shows of its leaves: the same rules as in the schedule. */
    void rollUp() {
        var live = children.stream()
                .filter(child -> !child.status.equals("CANCELLED"))
                .toList();
        boolean cancelled = live.isEmpty();
        var shown = cancelled ? children : live;
        start = shown.stream()
                .map(PlannedTask::plannedStart)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        finish = shown.stream()
                .map(PlannedTask::plannedFinish)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        actualStart = children.stream()
                .map(child -> child.actualStart)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        effortMinutes = live.stream().mapToLong(child -> child.effortMinutes).sum();
        boolean done = !cancelled && live.stream().allMatch(child -> child.status.equals("DONE"));
        boolean begun = children.stream().anyMatch(child -> child.percent > 0 || child.status.equals("DONE"));
        long weight = live.stream().mapToLong(PlannedTask::weight).sum();
        long reached =
                live.stream().mapToLong(child -> child.weight() * child.percent).sum();
        percent = done ? 100 : weight == 0 ? 0 : (int) Math.min(99, reached / weight);
        status = cancelled ? "CANCELLED" : done ? "DONE" : begun ? "IN_PROGRESS" : "NOT_STARTED";
        actualFinish = !done
                ? null
                : live.stream()
                        .map(child -> child.actualFinish)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private long weight() {
        return isMilestone() ? 1 : Math.max(1, Story.workdays(plannedStart(), plannedFinish()) * 480L);
    }
}
