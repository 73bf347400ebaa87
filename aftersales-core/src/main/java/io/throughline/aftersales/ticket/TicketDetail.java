package io.throughline.aftersales.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with all its properties, as staff see it.
 *
 * @param opensCustomer whether the viewer may see the customer itself
 * @param opensProject whether the viewer may see the project itself
 * @param lastPublicMessageId what a writer has seen, for {@link AddMessage#seen()}
 * @param installedProduct code of the product it is about
 * @param mergedInto number of the ticket this one ended in
 * @param dueAt what is due next: of the running clocks the nearest, without one {@code agreedDueAt}
 * @param agreedDueAt what somebody typed
 * @param dueClock code of the clock that is due next; null without one
 * @param paused whether its clocks stand still
 * @param workaroundAt of a diagnosis, since when a workaround helps the customer
 * @param watched whether the viewer follows it
 * @param draftReply what the viewer began to answer and has not sent, see {@link TicketDrafts}
 * @param draftNote the same of an internal note
 */
public record TicketDetail(
        TicketId id,
        int version,
        String number,
        TicketKind kind,
        boolean complaint,
        Channel channel,
        TicketStatus status,
        String subject,
        @Nullable Level impact,
        @Nullable Level urgency,
        Priority priority,
        boolean escalated,
        @Nullable Long customerId,
        @Nullable String customerNumber,
        @Nullable String customer,
        @Nullable String customerTier,
        boolean opensCustomer,
        @Nullable Long requesterId,
        @Nullable String requester,
        @Nullable String requesterEmail,
        @Nullable String requesterMobile,
        @Nullable Long projectId,
        @Nullable String projectKey,
        @Nullable String project,
        boolean opensProject,
        @Nullable Long deliverableId,
        @Nullable Long installedProductId,
        @Nullable String installedProduct,
        @Nullable Long teamId,
        @Nullable String teamZh,
        @Nullable String teamEn,
        @Nullable Long assigneeId,
        @Nullable String assignee,
        @Nullable String holdReason,
        @Nullable Instant holdUntil,
        @Nullable Instant dueAt,
        @Nullable Instant agreedDueAt,
        @Nullable String dueClock,
        boolean paused,
        Instant openedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant workaroundAt,
        @Nullable Instant awaitingSince,
        @Nullable Long lastPublicMessageId,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        int reopenedCount,
        @Nullable String mergedInto,
        List<String> tags,
        boolean watched,
        String draftReply,
        String draftNote) {

    public TicketDetail {
        tags = List.copyOf(tags);
    }

    public boolean isLive() {
        return status.category().isLive();
    }

    public boolean isResolved() {
        return status.category() == StatusCategory.RESOLVED;
    }

    public boolean isClosed() {
        return status.category() == StatusCategory.CLOSED;
    }

    public boolean isOverdue(Instant now) {
        return dueAt != null && isLive() && dueAt.isBefore(now);
    }
}
