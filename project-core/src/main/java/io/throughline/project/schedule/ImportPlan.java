package io.throughline.project.schedule;

import io.throughline.project.lifecycle.Visibility;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a project of a plan file.
 *
 * @param name blank to take the file's title, else its name
 * @param key blank to have one proposed from the name
 * @param customerId null for an internal project
 * @param managerId null for whoever imports it
 * @param visibility null for the usual one
 * @param start where the file names no date at all: the first day; null for today
 */
public record ImportPlan(
        @Nullable @Size(max = 200) String name,
        @Nullable @Pattern(regexp = "|[A-Z][A-Z0-9]{1,9}") String key,
        @Nullable Long customerId,
        @Nullable Long managerId,
        @Nullable Visibility visibility,
        @Nullable LocalDate start) {}
