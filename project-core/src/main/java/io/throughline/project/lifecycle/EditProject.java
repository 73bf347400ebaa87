package io.throughline.project.lifecycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Changes a project's master data.
 *
 * @param version as the form was filled; null to skip the check
 * @param key a new key keeps the old one as a redirect
 * @param committedDate the promised date; the first one ever set stays on record beside it
 * @param calendarId the working calendar whose hours the plan keeps; null for the standard week
 */
public record EditProject(
        @Nullable Integer version,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}") String key,
        @Nullable @Size(max = 10000) String goal,
        @Nullable Long customerId,
        @Nullable Boolean internal,
        @Nullable Long managerId,
        @NotNull Visibility visibility,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedFinish,
        @Nullable LocalDate committedDate,
        @Nullable LocalDate finalAcceptanceDate,
        @Nullable @PositiveOrZero BigDecimal budget,
        @Nullable Long calendarId) {}
