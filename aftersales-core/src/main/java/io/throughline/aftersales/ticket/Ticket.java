package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request and its course.
 *
 * <p>What the conversation tells (first response, last messages, counts) stands in columns of the same row that
 * {@link MessageFacts} keeps, so that a message never makes an agent's open form stale.
 */
@Entity
@Getter
@DynamicUpdate
@Table(schema = "aftersales", name = "ticket")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Ticket extends Aggregate {

    private String number;

    @Enumerated(EnumType.STRING)
    private TicketKind kind;

    private boolean complaint;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String status;

    @Enumerated(EnumType.STRING)
    private StatusCategory category;

    private String subject;

    @Enumerated(EnumType.STRING)
    private @Nullable Level impact;

    @Enumerated(EnumType.STRING)
    private @Nullable Level urgency;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private @Nullable Long customerId;
    private @Nullable Long requesterId;
    private @Nullable String requesterName;
    private @Nullable String requesterAddress;
    private @Nullable Long projectId;
    private @Nullable Long deliverableId;
    private @Nullable Long teamId;
    private @Nullable Long assigneeId;
    private @Nullable String holdReason;
    private @Nullable LocalDate holdUntil;
    private @Nullable Instant dueAt;
    private boolean escalated;
    private Instant openedAt;
    private @Nullable Instant firstActionAt;

    @Column(updatable = false)
    private @Nullable Instant firstResponseAt;

    @Column(updatable = false)
    private Instant activeAt;

    private @Nullable Instant firstResolvedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Long resolvedBy;
    private @Nullable Instant closedAt;
    private int reopenedCount;
    private int handOffs;
    private @Nullable Long mergedIntoId;
    private @Nullable String requestKey;

    @ElementCollection
    @CollectionTable(schema = "aftersales", name = "ticket_tag", joinColumns = @JoinColumn(name = "ticket_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    Ticket(String number, TicketKind kind, Channel channel, String subject, Instant at) {
        this.number = number;
        this.kind = kind;
        this.channel = channel;
        this.subject = subject.strip();
        this.status = TicketStatus.NEW;
        this.category = StatusCategory.OPEN;
        this.priority = Priority.P3;
        this.openedAt = at;
        this.activeAt = at;
        if (channel.isAnsweredAtOnce()) {
            firstResponseAt = at;
        }
    }

    /** Tells the world; called once, when the row is there and has its id. */
    void announce(Viewer by) {
        registerEvent(new TicketOpened(ticketId(), number, kind, customerId, teamId, by.isCustomer(), openedAt));
        registerEvent(step(null, null, by, openedAt, null));
    }

    void askedBy(@Nullable Long customer, @Nullable Long requester, @Nullable String name, @Nullable String address) {
        customerId = customer;
        requesterId = requester;
        requesterName = name;
        requesterAddress = address;
    }

    void concern(@Nullable Long project, @Nullable Long deliverable) {
        projectId = project;
        deliverableId = deliverable;
    }

    void weigh(@Nullable Priority given, @Nullable Level newImpact, @Nullable Level newUrgency) {
        impact = newImpact;
        urgency = newUrgency;
        if (given != null) {
            priority = given;
        } else {
            priority = Priority.of(
                    newImpact == null ? Level.MEDIUM : newImpact, newUrgency == null ? Level.MEDIUM : newUrgency);
        }
    }

    void recognise(String key) {
        requestKey = key;
    }

    void placeAt(@Nullable Long team, @Nullable Long assignee) {
        teamId = team;
        assigneeId = assignee;
    }

    void tag(Set<String> wanted) {
        var clean = new TreeSet<String>();
        for (var tag : wanted) {
            if (!tag.isBlank()) {
                clean.add(tag.strip());
            }
        }
        tags.retainAll(clean);
        tags.addAll(clean);
    }

    /** Changes the properties; each change that is one goes into the history. */
    void edit(EditTicket wanted, Viewer by, Instant at) {
        requireAlive();
        note("KIND", kind, wanted.kind(), by, at);
        note("SUBJECT", subject, wanted.subject().strip(), by, at);
        note("CUSTOMER", customerId, wanted.customerId(), by, at);
        note("REQUESTER", requesterId, wanted.requesterId(), by, at);
        note("PROJECT", projectId, wanted.projectId(), by, at);
        note("DUE", dueAt, wanted.dueAt(), by, at);
        kind = wanted.kind();
        subject = wanted.subject().strip();
        customerId = wanted.customerId();
        requesterId = wanted.requesterId();
        dueAt = wanted.dueAt();
        concern(wanted.projectId(), wanted.deliverableId());
        var before = priority;
        boolean reweighed = wanted.impact() != null
                && wanted.urgency() != null
                && !(wanted.impact() == impact && wanted.urgency() == urgency);
        weigh(reweighed ? null : wanted.priority(), wanted.impact(), wanted.urgency());
        note("PRIORITY", before, priority, by, at);
        escalate(Boolean.TRUE.equals(wanted.escalated()), by, at);
        note("COMPLAINT", complaint, Boolean.TRUE.equals(wanted.complaint()), by, at);
        complain(Boolean.TRUE.equals(wanted.complaint()));
        var wantedTags = wanted.tags() == null ? Set.<String>of() : wanted.tags();
        var tagsBefore = String.join(", ", new TreeSet<>(tags));
        tag(wantedTags);
        note("TAGS", tagsBefore, String.join(", ", new TreeSet<>(tags)), by, at);
    }

    void promise(@Nullable Instant due) {
        dueAt = due;
    }

    void complain(boolean isComplaint) {
        if (isComplaint && kind != TicketKind.FEEDBACK) {
            throw new RuleViolation("aftersales.ticket.complaintIsFeedback").at("complaint");
        }
        complaint = isComplaint;
    }

    void escalate(boolean raised, Viewer by, Instant at) {
        note("ESCALATED", escalated, raised, by, at);
        escalated = raised;
    }

    void assign(@Nullable Long team, @Nullable Long assignee, Viewer by, Instant at) {
        requireAlive();
        if (Objects.equals(team, teamId) && Objects.equals(assignee, assigneeId)) {
            return;
        }
        if (teamId != null && !Objects.equals(team, teamId)) {
            handOffs++;
        }
        note("TEAM", teamId, team, by, at);
        note("ASSIGNEE", assigneeId, assignee, by, at);
        registerEvent(new TicketAssigned(ticketId(), number, teamId, team, assigneeId, assignee, at));
        placeAt(team, assignee);
        act(by, at);
    }

    /** Taking a new ticket is the first work on it. */
    void take(@Nullable Long team, TicketStatus inProgress, Viewer by, Instant at) {
        assign(team, by.id().value(), by, at);
        if (status.equals(TicketStatus.NEW)) {
            moveTo(inProgress, by, at, null);
        }
    }

    /** Moves along the course; throws {@link RuleViolation} where there is no such way. */
    void moveTo(TicketStatus to, Viewer by, Instant at, @Nullable String reason) {
        StatusCourse.require(status, category, to);
        var from = status;
        var fromCategory = category;
        status = to.code();
        category = to.category();
        holdReason = null;
        holdUntil = null;
        registerEvent(step(from, fromCategory, by, at, reason));
        if (!to.is(TicketStatus.NEW)) {
            act(by, at);
        }
        if (fromCategory == StatusCategory.RESOLVED && category.isLive()) {
            reopened(by, at);
        } else if (category == StatusCategory.RESOLVED && fromCategory != StatusCategory.RESOLVED) {
            resolved(by, at);
        } else if (category == StatusCategory.CLOSED) {
            closedAt = at;
            registerEvent(new TicketClosed(ticketId(), number, status, at));
        }
    }

    /** Stops the work until a day, with a reason. */
    void hold(TicketStatus onHold, String reason, LocalDate until, Viewer by, Instant at) {
        moveTo(onHold, by, at, reason);
        holdReason = reason;
        holdUntil = until;
    }

    void mergeInto(Ticket target, TicketStatus merged, Viewer by, Instant at) {
        requireAlive();
        moveTo(merged, by, at, target.number);
        mergedIntoId = target.requireId();
        note("MERGED", number, target.number, by, at);
    }

    /** Takes over what a merged ticket leaves. */
    void absorb(Ticket source, Set<String> allTags, Viewer by, Instant at) {
        tag(allTags);
        if (customerId == null) {
            askedBy(source.customerId, source.requesterId, source.requesterName, source.requesterAddress);
        }
        note("MERGED", source.number, number, by, at);
    }

    /** A new ticket for the same customer on the same thing, in the same hands. */
    OpenTicket sibling(String newSubject, String body) {
        return OpenTicket.of(kind, newSubject, body)
                .ranked(priority)
                .askedBy(new OpenTicket.Asker(customerId, requesterId, requesterName, requesterAddress))
                .on(projectId, deliverableId)
                .inHands(teamId, assigneeId)
                .tagged(Set.copyOf(tags))
                .complaining(complaint);
    }

    void answered(Message message) {
        registerEvent(new TicketAnswered(
                ticketId(),
                number,
                message.messageId(),
                message.getVisibility(),
                message.isFromCustomer(),
                assigneeId,
                teamId,
                message.getAt()));
    }

    void noteSplit(Ticket made, Viewer by, Instant at) {
        note("SPLIT", number, made.number, by, at);
    }

    /** Whether the customer's objection still counts as reopening this ticket. */
    boolean mayReopen(Instant at, Duration window) {
        return category == StatusCategory.RESOLVED && resolvedAt != null && !at.isAfter(resolvedAt.plus(window));
    }

    void requireAlive() {
        if (category == StatusCategory.CLOSED) {
            throw new RuleViolation("aftersales.ticket.closed", number);
        }
    }

    boolean isMerged() {
        return mergedIntoId != null;
    }

    TicketId ticketId() {
        return new TicketId(requireId());
    }

    private void resolved(Viewer by, Instant at) {
        if (firstResolvedAt == null) {
            firstResolvedAt = at;
        }
        resolvedAt = at;
        resolvedBy = by.personId();
        registerEvent(
                new TicketResolved(ticketId(), number, reopenedCount, customerId, requesterId, resolvedBy, teamId, at));
    }

    private void reopened(Viewer by, Instant at) {
        reopenedCount++;
        registerEvent(new TicketReopened(ticketId(), number, by.isCustomer(), assigneeId, at));
    }

    /** A person of ours did something: that is when the ticket was acknowledged. */
    private void act(Viewer by, Instant at) {
        if (firstActionAt == null && !by.isSystem() && !by.isCustomer()) {
            firstActionAt = at;
        }
    }

    private TicketStatusChanged step(
            @Nullable String from,
            @Nullable StatusCategory fromCategory,
            Viewer by,
            Instant at,
            @Nullable String reason) {
        return new TicketStatusChanged(
                ticketId(),
                number,
                from,
                fromCategory,
                status,
                category,
                at,
                by.personId(),
                by.contactId(),
                by.name(),
                reason);
    }

    private void note(String field, @Nullable Object from, @Nullable Object to, Viewer by, Instant at) {
        if (!Objects.equals(from, to)) {
            registerEvent(new TicketChanged(ticketId(), field, text(from), text(to), at, by.personId(), by.name()));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        var text = value == null ? null : value.toString();
        return text == null || text.length() <= 300 ? text : text.substring(0, 300);
    }
}
