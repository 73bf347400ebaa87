package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.EditTicket;
import io.throughline.aftersales.ticket.Level;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program may change of a ticket; the version comes from {@code If-Match}. */
record TicketProperties(
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
        @Nullable Instant due,
        @Nullable Boolean escalated,
        @Nullable Boolean complaint) {

    /** What hangs together: a change of one of them may change, or not go with, the others. */
    static final List<Set<String>> TOGETHER = List.of(
            Set.of("priority", "impact", "urgency"),
            Set.of("customerId", "requesterId", "projectId", "deliverableId", "installedProductId", "product"),
            Set.of("kind", "complaint"));

    /** The ticket's own properties that a change of these fields concerns. */
    static Set<String> touchedBy(Collection<String> fields) {
        var touched = new HashSet<String>();
        for (var field : fields) {
            var name = field.equals("due") ? "dueAt" : field;
            touched.add(name);
            TOGETHER.stream().filter(group -> group.contains(name)).forEach(touched::addAll);
        }
        return touched;
    }

    static TicketProperties of(TicketDetail ticket) {
        return new TicketProperties(
                ticket.kind(),
                ticket.subject(),
                ticket.priority(),
                ticket.impact(),
                ticket.urgency(),
                ticket.customerId(),
                ticket.requesterId(),
                ticket.projectId(),
                ticket.deliverableId(),
                ticket.installedProductId(),
                Set.copyOf(ticket.tags()),
                ticket.agreedDueAt(),
                ticket.escalated(),
                ticket.complaint());
    }

    EditTicket toCommand(int version) {
        return new EditTicket(
                kind,
                subject,
                priority,
                impact,
                urgency,
                customerId,
                requesterId,
                projectId,
                deliverableId,
                installedProductId,
                tags,
                due,
                escalated,
                complaint,
                version);
    }
}
