package io.throughline.aftersales.ticket;

import io.throughline.foundation.people.Viewer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ticket for a customer.
 *
 * @param body the first public message, as the customer said it
 * @param impact with {@code urgency} makes the priority unless one is given; both default to medium
 * @param customerId null while the sender is unknown
 * @param requesterId the contact who asks; its customer is taken where none is given
 * @param requesterName how an unknown sender called himself
 * @param requesterAddress mail address or phone of an unknown sender
 * @param requestKey the same key by the same person opens one ticket, however often it is sent
 */
public record OpenTicket(
        @NotNull TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 65536) String body,
        @Nullable Channel channel,
        @Nullable Priority priority,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Long customerId,
        @Nullable Long requesterId,
        @Nullable @Size(max = 80) String requesterName,
        @Nullable @Size(max = 254) String requesterAddress,
        @Nullable Long projectId,
        @Nullable Long deliverableId,
        @Nullable Long teamId,
        @Nullable Long assigneeId,
        @Nullable Set<@Size(max = 40) String> tags,
        @Nullable Instant dueAt,
        @Nullable Boolean complaint,
        @Nullable @Size(max = 80) String requestKey) {

    /** The shortest ticket: everything else has its default. */
    public static OpenTicket of(TicketKind kind, String subject, String body, @Nullable Long customerId) {
        return new OpenTicket(
                kind,
                subject,
                body,
                null,
                null,
                null,
                null,
                customerId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What a contact asks for on the own behalf. */
    static OpenTicket asked(
            Viewer viewer,
            TicketKind kind,
            String subject,
            String body,
            @Nullable Level urgency,
            @Nullable String requestKey) {
        return new OpenTicket(
                kind,
                subject,
                body,
                Channel.PORTAL,
                null,
                null,
                urgency,
                viewer.requireCustomerId(),
                viewer.contactId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                requestKey);
    }

    /** The same ticket asked for by a contact. */
    public OpenTicket by(long contactId) {
        return new OpenTicket(
                kind,
                subject,
                body,
                channel,
                priority,
                impact,
                urgency,
                customerId,
                contactId,
                requesterName,
                requesterAddress,
                projectId,
                deliverableId,
                teamId,
                assigneeId,
                tags,
                dueAt,
                complaint,
                requestKey);
    }

    /** The same ticket waiting at a team. */
    public OpenTicket to(long team) {
        return inHands(team, assigneeId);
    }

    /** The same ticket in other hands, or none. */
    public OpenTicket inHands(@Nullable Long team, @Nullable Long assignee) {
        return new OpenTicket(
                kind,
                subject,
                body,
                channel,
                priority,
                impact,
                urgency,
                customerId,
                requesterId,
                requesterName,
                requesterAddress,
                projectId,
                deliverableId,
                team,
                assignee,
                tags,
                dueAt,
                complaint,
                requestKey);
    }
}
