package io.throughline.aftersales.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's properties as they shall be.
 *
 * @param impact with {@code urgency} overrules the priority where both are given and changed
 * @param version the version the form was filled from; null does not ask
 */
public record EditTicket(
        @NotNull TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotNull Priority priority,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Long customerId,
        @Nullable Long requesterId,
        @Nullable Long projectId,
        @Nullable Long deliverableId,
        @Nullable Long installedProductId,
        @Nullable Set<@Size(max = 40) String> tags,
        @Nullable Instant dueAt,
        @Nullable Boolean escalated,
        @Nullable Boolean complaint,
        @Nullable Integer version) {

    Weight weightAfter(@Nullable Level impactBefore, @Nullable Level urgencyBefore) {
        boolean reweighed = impact != null && urgency != null && !(impact == impactBefore && urgency == urgencyBefore);
        return new Weight(reweighed ? null : priority, impact, urgency);
    }
}
