package io.throughline.project.schedule.planfile;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates that a file keeps beside the baseline that counts: one of Baseline 1 to Baseline 10 of Microsoft Project.
 *
 * @param number 1–10
 * @param saved when, where the file says so
 */
public record PlanFileBaseline(int number, @Nullable LocalDateTime saved, List<Line> lines) {

    public PlanFileBaseline {
        lines = List.copyOf(lines);
    }

    /** @param uid of the task in the file */
    public record Line(
            int uid,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish) {}
}
