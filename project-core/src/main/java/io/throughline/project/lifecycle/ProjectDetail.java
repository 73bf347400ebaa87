package io.throughline.project.lifecycle;

import io.throughline.foundation.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All of a project's own data.
 *
 * @param budget null for a viewer without the right to see cost, as when there is none
 * @param calendarName in the viewer's language; null when the plan keeps the standard week
 * @param access what the viewer may do here
 */
public record ProjectDetail(
        ProjectAccess access,
        @Nullable String goal,
        boolean internal,
        Visibility visibility,
        Health health,
        @Nullable String healthReason,
        Instant healthSince,
        @Nullable String customerNumber,
        @Nullable String customerName,
        @Nullable String managerName,
        @Nullable String accountExecutiveName,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedFinish,
        @Nullable LocalDate actualStart,
        @Nullable LocalDate actualFinish,
        @Nullable LocalDate committedDateR0,
        @Nullable LocalDate committedDate,
        @Nullable LocalDate finalAcceptanceDate,
        @Nullable Money budget,
        @Nullable String calendarName,
        Instant changedAt) {}
