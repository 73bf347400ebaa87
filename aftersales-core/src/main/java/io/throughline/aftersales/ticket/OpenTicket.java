package io.throughline.aftersales.ticket;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ticket: begin with {@link #of}, then say what differs from the defaults.
 *
 * @param body the first public message, as the customer said it
 * @param channel null for the usual one of whoever takes the command
 * @param requestKey the same key by the same person opens one ticket, however often it is sent; null for none
 */
public record OpenTicket(
        @NotNull TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 65536) String body,
        @Nullable Channel channel,
        @Valid Asker asker,
        Weight weight,
        Concern concern,
        Hands hands,
        Set<@Size(max = 40) String> tags,
        @Nullable Instant dueAt,
        boolean complaint,
        @Nullable @Size(max = 80) String requestKey) {

    /** The shortest ticket: of nobody known, of medium weight, in nobody's hands. */
    public static OpenTicket of(TicketKind kind, String subject, String body) {
        return new OpenTicket(
                kind,
                subject,
                body,
                null,
                new Asker(null, null, null, null),
                new Weight(null, null, null),
                new Concern(null, null, null),
                new Hands(null, null),
                Set.of(),
                null,
                false,
                null);
    }

    /** For the same customer on the same thing, in the same hands. */
    static OpenTicket like(Ticket other, String subject, String body) {
        return of(other.getKind(), subject, body)
                .ranked(other.getPriority())
                .askedBy(other.asker())
                .on(new Concern(other.getProjectId(), other.getDeliverableId(), other.getInstalledProductId()))
                .inHands(other.getTeamId(), other.getAssigneeId())
                .tagged(Set.copyOf(other.getTags()))
                .complaining(other.isComplaint());
    }

    public OpenTicket over(@Nullable Channel channel) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    /** @param contactId the contact who asks; its customer is taken where none is given */
    public OpenTicket askedBy(@Nullable Long customerId, @Nullable Long contactId) {
        return askedBy(new Asker(customerId, contactId, null, null));
    }

    public OpenTicket askedBy(Asker asker) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    OpenTicket ofCustomer(@Nullable Long customerId) {
        return askedBy(new Asker(customerId, asker.contactId(), asker.name(), asker.address()));
    }

    public OpenTicket ranked(@Nullable Priority priority) {
        return weighing(new Weight(priority, null, null));
    }

    public OpenTicket urgent(@Nullable Level urgency) {
        return weighing(new Weight(null, null, urgency));
    }

    public OpenTicket weighing(Weight weight) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    public OpenTicket on(@Nullable Long projectId, @Nullable Long deliverableId) {
        return on(new Concern(projectId, deliverableId, concern.installedProductId()));
    }

    /** About a product; project and deliverable are taken from where it came from, unless others are named. */
    public OpenTicket about(@Nullable Long installedProductId) {
        return on(new Concern(concern.projectId(), concern.deliverableId(), installedProductId));
    }

    public OpenTicket on(Concern concern) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    public OpenTicket inHands(@Nullable Long teamId, @Nullable Long assigneeId) {
        return inHands(new Hands(teamId, assigneeId));
    }

    public OpenTicket inHands(Hands hands) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    public OpenTicket tagged(Set<String> tags) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    public OpenTicket due(@Nullable Instant dueAt) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    public OpenTicket complaining(boolean complaint) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    /** Once, however often it is sent with this key. */
    public OpenTicket once(@Nullable String requestKey) {
        return new OpenTicket(
                kind, subject, body, channel, asker, weight, concern, hands, tags, dueAt, complaint, requestKey);
    }

    /**
     * @param customerId null while the sender is unknown
     * @param name how an unknown sender called himself
     * @param address mail address or phone of an unknown sender
     */
    public record Asker(
            @Nullable Long customerId,
            @Nullable Long contactId,
            @Nullable @Size(max = 80) String name,
            @Nullable @Size(max = 254) String address) {}

    public record Concern(
            @Nullable Long projectId,
            @Nullable Long deliverableId,
            @Nullable Long installedProductId) {}

    public record Hands(@Nullable Long teamId, @Nullable Long assigneeId) {}
}
