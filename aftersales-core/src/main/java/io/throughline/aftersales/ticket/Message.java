package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.people.Viewer;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** One utterance in a ticket's conversation; it is never changed, only moved with a merge or a split. */
@Entity
@Getter
@Table(schema = "aftersales", name = "ticket_message")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Message extends Aggregate {

    private long ticketId;
    private @Nullable Long movedFromId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private boolean fromCustomer;
    private boolean automatic;
    private @Nullable Long userId;
    private @Nullable Long contactId;
    private String authorName;
    private String body;
    private boolean markdown;
    private Instant at;

    private Message(TicketId ticket, Visibility visibility, Channel channel, String author, String body, Instant at) {
        this.ticketId = ticket.value();
        this.visibility = visibility;
        this.channel = channel;
        this.authorName = author;
        this.body = body.strip();
        this.markdown = true;
        this.at = at;
    }

    /** Written by a signed-in person of either side. */
    static Message written(
            TicketId ticket, Visibility visibility, Channel channel, Viewer by, String body, Instant at) {
        var message = new Message(ticket, visibility, channel, by.name(), body, at);
        message.userId = by.personId();
        message.contactId = by.contactId();
        message.fromCustomer = by.isCustomer();
        message.automatic = by.isSystem();
        message.markdown = channel != Channel.MAIL || !message.fromCustomer;
        return message;
    }

    /**
     * A mail that nobody of the customer's wrote as an answer: a machine's, or a colleague's, whose address alone proves
     * nothing. It starts, stops and opens nothing (service rule 22).
     */
    static Message noted(TicketId ticket, Viewer by, boolean automatic, String body, Instant at) {
        var message = new Message(ticket, Visibility.INTERNAL, Channel.MAIL, by.name(), body, at);
        message.contactId = by.contactId();
        message.automatic = automatic;
        message.markdown = false;
        return message;
    }

    /** What the customer said, put down by somebody else; it shows the customer as its author. */
    static Message reported(
            TicketId ticket, Channel channel, @Nullable Long contact, String author, String body, Instant at) {
        var message = new Message(ticket, Visibility.PUBLIC, channel, author, body, at);
        message.contactId = contact;
        message.fromCustomer = true;
        return message;
    }

    void moveTo(TicketId target) {
        if (movedFromId == null) {
            movedFromId = ticketId;
        }
        ticketId = target.value();
    }

    MessageId messageId() {
        return new MessageId(requireId());
    }

    /** A public word of a person of ours: what the customer waits for. */
    boolean isAnswer() {
        return visibility == Visibility.PUBLIC && !fromCustomer && !automatic;
    }
}
