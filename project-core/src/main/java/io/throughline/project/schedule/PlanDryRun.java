package io.throughline.project.schedule;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would bring, before anything is stored.
 *
 * @param name proposed for the project
 * @param rows the first lines of the plan
 */
public record PlanDryRun(
        PlanUpload upload,
        String name,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        List<Row> rows,
        PlanReport report) {

    /**
     * A line as it would stand in the plan.
     *
     * @param level 1 at the top
     * @param days working days of eight hours, null for a summary or where there are none
     */
    public record Row(
            int row,
            int level,
            String name,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            @Nullable Double days,
            int percent,
            boolean milestone,
            boolean summary,
            String predecessors,
            String resources) {}
}
