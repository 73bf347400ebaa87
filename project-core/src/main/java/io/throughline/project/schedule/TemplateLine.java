package io.throughline.project.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a template's plan, in outline order.
 *
 * @param position its place in the outline, from 1
 * @param level 1 at the top
 * @param durationMinutes null for a summary
 * @param firstDay the working day on which it begins, 0 for the day the plan begins
 * @param lastDay the working day on which it ends
 * @param predecessors with positions for numbers
 */
public record TemplateLine(
        int position,
        int level,
        boolean summary,
        TaskKind kind,
        String name,
        ScheduleMode mode,
        @Nullable Long durationMinutes,
        boolean elapsed,
        int firstDay,
        int lastDay,
        List<PredecessorView> predecessors) {

    public TemplateLine {
        predecessors = List.copyOf(predecessors);
    }

    /** Of eight hours, or of twenty-four where it is counted by the clock. */
    public @Nullable Double durationDays() {
        return durationMinutes == null ? null : durationMinutes / (elapsed ? 1440.0 : PlanHours.DAY_MINUTES);
    }

    public boolean isMilestone() {
        return kind == TaskKind.MILESTONE;
    }
}
