package io.throughline.project.schedule;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Lets one task drive another; an existing link of the two changes.
 *
 * @param predecessor number of the driving task
 * @param lag in the unit; negative is a lead; null is none
 * @param unit null for working minutes
 */
public record LinkTasks(
        @NotNull Integer predecessor,
        @NotNull DependencyType type,
        @Nullable Long lag,
        @Nullable LagUnit unit) {}
