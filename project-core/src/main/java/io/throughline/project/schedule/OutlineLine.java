package io.throughline.project.schedule;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The place of a task in the outline, and when it lies.
 *
 * @param above index of the summary above in outline order, -1 at the top
 * @param depth 1 at the top
 */
record OutlineLine(
        long id,
        int number,
        int above,
        int depth,
        String wbs,
        String name,
        boolean summary,
        boolean milestone,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish) {}
