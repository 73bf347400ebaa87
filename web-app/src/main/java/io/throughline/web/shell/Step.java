package io.throughline.web.shell;

import org.jspecify.annotations.Nullable;

/**
 * One node of a stepper.
 *
 * @param label the step's name in the viewer's language
 * @param state {@code done}, {@code current}, {@code todo} or {@code stopped}
 * @param note what stands below, for example a date or "3 of 5 met"; null without
 * @param href where the node leads; null without
 */
public record Step(
        String label,
        String state,
        @Nullable String note,
        @Nullable String href) {}
