package io.throughline.project.schedule;

import org.jspecify.annotations.Nullable;

/**
 * A plan file that was handed in and waits to become a project.
 *
 * @param imported the project made of it, null as long as there is none
 */
public record PlanUpload(
        long id, String fileName, long size, @Nullable ImportedPlan imported) {}
