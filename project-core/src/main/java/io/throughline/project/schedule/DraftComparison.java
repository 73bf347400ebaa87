package io.throughline.project.schedule;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft beside the live plan. Times are local to the project, slips working days, positive for later.
 *
 * @param effort minutes of work in the live plan, without what is cancelled; {@code effortDraft} in the draft
 * @param shifts tasks whose dates differ, also those only one of the two has; in the order of their numbers
 * @param loads who works in either plan and has too much to do in one of them, over all projects
 * @param lines what the draft changes
 */
public record DraftComparison(
        DraftRow draft,
        @Nullable LocalDateTime finish,
        @Nullable LocalDateTime finishDraft,
        @Nullable Long finishSlip,
        long effort,
        long effortDraft,
        List<Shift> shifts,
        List<Load> loads,
        List<DraftLine> lines) {

    /** @param start live; null where the live plan does not have the task or it has no dates, as the draft's are */
    public record Shift(
            int no,
            String name,
            boolean milestone,
            boolean summary,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            @Nullable LocalDateTime startDraft,
            @Nullable LocalDateTime finishDraft,
            @Nullable Long startSlip,
            @Nullable Long finishSlip) {}

    /** @param minutes of working time in which more is asked of it than there is; percent is the most at a time */
    public record Load(long resource, String name, long minutes, long minutesDraft, int percent, int percentDraft) {}

    public DraftComparison {
        shifts = List.copyOf(shifts);
        loads = List.copyOf(loads);
        lines = List.copyOf(lines);
    }

    public List<DraftLine> clashes() {
        return lines.stream().filter(DraftLine::asks).toList();
    }

    public List<Shift> milestones() {
        return shifts.stream().filter(Shift::milestone).toList();
    }

    /** Over all who work in the plan. */
    public long overload() {
        return loads.stream().mapToLong(Load::minutes).sum();
    }

    public long overloadDraft() {
        return loads.stream().mapToLong(Load::minutesDraft).sum();
    }
}
