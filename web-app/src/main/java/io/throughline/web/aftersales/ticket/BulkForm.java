package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketSteps;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are to be changed and how, as typed.
 *
 * @param ticket numbers of the chosen ones; none for all that were found
 * @param assignee id of a colleague, or {@code nobody}
 * @param tags to add, with commas between
 */
record BulkForm(
        @Nullable List<String> ticket,
        @Nullable String status,
        @Size(max = 500) @Nullable String holdReason,
        @Nullable LocalDateTime holdUntil,
        @Nullable HoldPreset holdFor,
        @Nullable Priority priority,
        @Nullable Long teamId,
        @Nullable String assignee,
        @Size(max = 400) @Nullable String tags) {

    private static final String NOBODY = "nobody";

    List<String> chosen() {
        return Objects.requireNonNullElse(ticket, List.of());
    }

    /** @param now from which a preset counts */
    TicketSteps steps(Instant now, ZoneId zone) {
        boolean release = NOBODY.equals(assignee);
        return new TicketSteps(
                status,
                holdReason,
                until(now, zone),
                priority,
                teamId,
                release ? null : person(),
                release,
                tags == null ? Set.of() : split(tags));
    }

    private @Nullable Instant until(Instant now, ZoneId zone) {
        if (holdFor != null) {
            return holdFor.from(now, zone);
        }
        return holdUntil == null ? null : holdUntil.atZone(zone).toInstant();
    }

    private @Nullable Long person() {
        return assignee == null || !assignee.matches("[0-9]{1,18}") ? null : Long.valueOf(assignee);
    }

    private static Set<String> split(String typed) {
        return Arrays.stream(typed.split("[,，]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty() && tag.length() <= 40)
                .collect(Collectors.toSet());
    }
}
