package io.throughline.project.template;

import io.throughline.project.resource.TemplateStaffing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template in a list.
 *
 * @param code what it is known by, {@code PT-0001} or a built-in one's name
 * @param name in the reader's language, in the other where it has none in that
 * @param revision how often its plan was taken, 1 for the first time
 * @param days working days from beginning to end
 * @param projects how many of those the reader may see were begun from it
 * @param takenAt when its plan was last taken; null for a built-in one
 * @param keeper whether the reader may archive and restore it; who may, may also change it unless it is built in
 */
public record TemplateRow(
        String code,
        String name,
        @Nullable String description,
        TemplateKind kind,
        boolean builtin,
        boolean active,
        int revision,
        TemplateStaffing staffing,
        int tasks,
        int milestones,
        int days,
        int projects,
        @Nullable Instant takenAt,
        @Nullable String takenBy,
        boolean keeper,
        int version) {

    public boolean isChangeable() {
        return keeper && !builtin;
    }
}
