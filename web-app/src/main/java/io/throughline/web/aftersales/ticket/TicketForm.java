package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.EditTicket;
import io.throughline.aftersales.ticket.Level;
import io.throughline.aftersales.ticket.OpenTicket;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Weight;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a ticket: as the commands, only with times in the person's zone and tags as one text.
 *
 * @param product code of the product it is about
 * @param tags separated by commas
 * @param dueAt in the zone of whoever fills the form
 */
record TicketForm(
        @NotNull TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @Nullable @Size(max = 65536) String body,
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
        @Nullable @Size(max = 80) String product,
        @Nullable Long teamId,
        @Nullable Long assigneeId,
        @Nullable @Size(max = 400) String tags,
        @Nullable LocalDateTime dueAt,
        @Nullable Boolean escalated,
        @Nullable Boolean complaint,
        @Nullable Integer version,
        @Nullable @Size(max = 80) String requestKey) {

    static TicketForm empty(@Nullable Long customer, @Nullable String product) {
        return new TicketForm(
                TicketKind.DIAGNOSIS,
                "",
                "",
                Channel.PHONE,
                null,
                Level.MEDIUM,
                Level.MEDIUM,
                customer,
                null,
                null,
                null,
                null,
                null,
                product,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                UUID.randomUUID().toString());
    }

    static TicketForm of(TicketDetail ticket, ZoneId zone) {
        return new TicketForm(
                ticket.kind(),
                ticket.subject(),
                null,
                ticket.channel(),
                ticket.priority(),
                ticket.impact(),
                ticket.urgency(),
                ticket.customerId(),
                ticket.requesterId(),
                null,
                null,
                ticket.projectId(),
                ticket.deliverableId(),
                ticket.installedProduct(),
                null,
                null,
                String.join(", ", ticket.tags()),
                due(ticket, zone),
                ticket.escalated(),
                ticket.complaint(),
                ticket.version(),
                null);
    }

    /** To the minute: a browser's field takes nothing finer and would come back empty. */
    private static @Nullable LocalDateTime due(TicketDetail ticket, ZoneId zone) {
        return ticket.agreedDueAt() == null
                ? null
                : LocalDateTime.ofInstant(ticket.agreedDueAt(), zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** @param productId of the product named */
    OpenTicket toOpen(ZoneId zone, @Nullable Long productId) {
        return OpenTicket.of(kind, subject, body == null ? "" : body)
                .over(channel)
                .askedBy(new OpenTicket.Asker(
                        customerId, requesterId, blankToNull(requesterName), blankToNull(requesterAddress)))
                .weighing(new Weight(priority, impact, urgency))
                .on(projectId, deliverableId)
                .about(productId)
                .inHands(teamId, assigneeId)
                .tagged(tagSet())
                .due(due(zone))
                .complaining(Boolean.TRUE.equals(complaint))
                .once(blankToNull(requestKey));
    }

    /** @param productId of the product named */
    EditTicket toEdit(ZoneId zone, @Nullable Long productId) {
        return new EditTicket(
                kind,
                subject,
                priority == null ? Priority.P3 : priority,
                impact,
                urgency,
                customerId,
                requesterId,
                projectId,
                deliverableId,
                productId,
                tagSet(),
                due(zone),
                escalated,
                complaint,
                version);
    }

    private Set<String> tagSet() {
        return tags == null
                ? Set.of()
                : Arrays.stream(tags.split("[,，、]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .map(tag -> tag.length() > 40 ? tag.substring(0, 40) : tag)
                        .collect(Collectors.toSet());
    }

    private @Nullable Instant due(ZoneId zone) {
        return dueAt == null ? null : dueAt.atZone(zone).toInstant();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
