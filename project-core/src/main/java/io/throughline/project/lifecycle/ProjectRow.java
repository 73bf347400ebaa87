package io.throughline.project.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of the project list. */
public record ProjectRow(
        long id,
        String key,
        String name,
        ProjectStatus status,
        Phase phase,
        Health health,
        @Nullable String healthReason,
        @Nullable Long customerId,
        @Nullable String customerNumber,
        @Nullable String customerName,
        @Nullable String managerName,
        @Nullable String accountExecutiveName,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedFinish,
        @Nullable LocalDate committedDate,
        @Nullable LocalDate finalAcceptanceDate,
        Instant changedAt) {}
