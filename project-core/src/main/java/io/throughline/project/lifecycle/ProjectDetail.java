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
 * @param begunFrom null for a project without a template
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
        @Nullable BegunFrom begunFrom,
        Instant changedAt) {

    /**
     * @param code of the template the project was begun from
     * @param revision the one it was begun from
     * @param current the one the template has now
     */
    public record BegunFrom(String code, String name, int revision, int current) {}
}
