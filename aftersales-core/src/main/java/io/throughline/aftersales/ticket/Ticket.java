package io.throughline.aftersales.ticket;

import io.throughline.aftersales.installed.ProductOrigins;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request and its course.
 *
 * <p>{@code dueAt} is what people agreed; what is due next, clocks included, is kept in a column beside it by whoever runs
 * the clocks.
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

    @Embedded
    private TicketStanding standing;

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
    private @Nullable Long installedProductId;
    private @Nullable Long teamId;
    private @Nullable Long assigneeId;

    @Column(name = "agreed_due_at")
    private @Nullable Instant dueAt;

    private boolean escalated;
    private Instant openedAt;
    private @Nullable Instant workaroundAt;

    @Column(updatable = false)
    private @Nullable Instant firstResponseAt;

    @Column(updatable = false)
    private Instant activeAt;

    private int handOffs;
    private @Nullable Long mergedIntoId;
    private @Nullable String requestKey;

    @ElementCollection
    @CollectionTable(schema = "aftersales", name = "ticket_tag", joinColumns = @JoinColumn(name = "ticket_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    Ticket(String number, OpenTicket wanted, Channel channel, Instant at) {
        this.number = number;
        this.kind = wanted.kind();
        this.channel = channel;
        this.subject = wanted.subject().strip();
        this.standing = TicketStanding.ofNew();
        this.dueAt = wanted.dueAt();
        this.requestKey = wanted.requestKey();
        this.openedAt = at;
        this.activeAt = at;
        if (channel.isAnsweredAtOnce()) {
            firstResponseAt = at;
        }
        askedBy(wanted.asker());
        weigh(wanted.weight());
        projectId = wanted.concern().projectId();
        deliverableId = wanted.concern().deliverableId();
        installedProductId = wanted.concern().installedProductId();
        teamId = wanted.hands().teamId();
        assigneeId = wanted.hands().assigneeId();
        complain(wanted.complaint());
        tag(wanted.tags());
    }

    /** Tells the world; called once, when the row is there and has its id. */
    void announce(Viewer by) {
        registerEvent(new TicketOpened(ticketId(), number, kind, customerId, teamId, by.isCustomer(), openedAt));
        registerEvent(TicketStatusChanged.first(this, by));
    }

    /** Changes the properties; each change that is one goes into the history. */
    void edit(EditTicket wanted, Viewer by, Instant at) {
        requireAlive();
        note("KIND", kind, wanted.kind(), by, at);
        note("SUBJECT", subject, wanted.subject().strip(), by, at);
        note("CUSTOMER", customerId, wanted.customerId(), by, at);
        note("REQUESTER", requesterId, wanted.requesterId(), by, at);
        note("PROJECT", projectId, wanted.projectId(), by, at);
        note("PRODUCT", installedProductId, wanted.installedProductId(), by, at);
        note("DUE", dueAt, wanted.dueAt(), by, at);
        kind = wanted.kind();
        subject = wanted.subject().strip();
        customerId = wanted.customerId();
        requesterId = wanted.requesterId();
        projectId = wanted.projectId();
        deliverableId = wanted.deliverableId();
        installedProductId = wanted.installedProductId();
        dueAt = wanted.dueAt();
        var before = priority;
        weigh(wanted.weightAfter(impact, urgency));
        note("PRIORITY", before, priority, by, at);
        escalate(Boolean.TRUE.equals(wanted.escalated()), by, at);
        note("COMPLAINT", complaint, Boolean.TRUE.equals(wanted.complaint()), by, at);
        complain(Boolean.TRUE.equals(wanted.complaint()));
        retag(wanted.tags() == null ? Set.of() : wanted.tags(), by, at);
    }

    /** It is about this part of what was delivered. */
    void trace(long project, long deliverable, Viewer by, Instant at) {
        requireAlive();
        note("PROJECT", projectId, project, by, at);
        note("DELIVERABLE", deliverableId, deliverable, by, at);
        projectId = project;
        deliverableId = deliverable;
    }

    /** Says what it is about; a ticket that was traced nowhere is traced to where that came from. */
    void about(ProductOrigins.Origin product, Viewer by, Instant at) {
        requireAlive();
        boolean another = installedProductId != null && installedProductId != product.id();
        note("PRODUCT", installedProductId, product.id(), by, at);
        installedProductId = product.id();
        if (customerId == null) {
            note("CUSTOMER", null, product.customerId(), by, at);
            customerId = product.customerId();
        }
        if (projectId == null && product.projectId() != null) {
            note("PROJECT", null, product.projectId(), by, at);
            projectId = product.projectId();
        }
        if ((deliverableId == null || another) && Objects.equals(projectId, product.projectId())) {
            deliverableId = product.deliverableId();
        }
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
        teamId = team;
        assigneeId = assignee;
    }

    /** A level of escalation has come: the history says which, then what it changed. */
    void escalate(EscalateTicket level, Viewer by, Instant at) {
        requireAlive();
        note("LEVEL", null, level.said(), by, at);
        if (level.raise() && priority != Priority.P1) {
            note("PRIORITY", priority, priority.higher(), by, at);
            priority = priority.higher();
        }
    }

    /** An automation rule met the ticket: the history says which, in both languages, then what it changed. */
    void automate(AutomateTicket rule, Viewer by, Instant at) {
        requireAlive();
        registerEvent(TicketChanged.by(by, ticketId(), "RULE", rule.nameEn(), rule.nameZh(), at));
        if (rule.priority() != null) {
            note("PRIORITY", priority, rule.priority(), by, at);
            priority = rule.priority();
        }
        var wanted = new TreeSet<>(tags);
        wanted.removeAll(rule.removeTags());
        wanted.addAll(rule.addTags());
        retag(wanted, by, at);
    }

    /** A rule of the team chose who works on it: the history says why, then whom. */
    void route(RouteTicket route, Viewer by, Instant at) {
        requireAlive();
        if (!Objects.equals(route.assigneeId(), assigneeId)) {
            note("ROUTED", null, route.said(), by, at);
            assign(teamId, route.assigneeId(), by, at);
        }
    }

    void rank(Priority wanted, Viewer by, Instant at) {
        requireAlive();
        note("PRIORITY", priority, wanted, by, at);
        priority = wanted;
    }

    void addTags(Set<String> added, Viewer by, Instant at) {
        retag(Stream.concat(tags.stream(), added.stream()).collect(Collectors.toSet()), by, at);
    }

    void removeTags(Set<String> removed, Viewer by, Instant at) {
        retag(tags.stream().filter(tag -> !removed.contains(tag)).collect(Collectors.toSet()), by, at);
    }

    /** What follows at the same moment was done under this name. */
    void noteBatch(String what, String name, Viewer by, Instant at) {
        note(what, null, name, by, at);
    }

    /** A workaround helps the customer, or no longer does; said twice it stays with the first time. */
    void workAround(boolean given, Viewer by, Instant at) {
        requireAlive();
        if (kind != TicketKind.DIAGNOSIS) {
            throw new RuleViolation("aftersales.ticket.workaroundOfDiagnosis");
        }
        note("WORKAROUND", workaroundAt != null, given, by, at);
        workaroundAt = given ? Objects.requireNonNullElse(workaroundAt, at) : null;
    }

    /** Taking a new ticket is the first work on it. */
    void take(@Nullable Long team, TicketStatus inProgress, Viewer by, Instant at) {
        assign(team, by.id().value(), by, at);
        if (standing.is(TicketStatus.NEW)) {
            moveTo(inProgress, by, at, null);
        }
    }

    /** Moves along the course; throws {@link RuleViolation} where there is no such way. */
    void moveTo(TicketStatus to, Viewer by, Instant at, @Nullable String reason) {
        var from = getStatus();
        var fromCategory = getCategory();
        var turn = standing.moveTo(to, by.personId(), at);
        registerEvent(TicketStatusChanged.of(this, from, fromCategory, by, at, reason));
        switch (turn) {
            case RESOLVED -> registerEvent(TicketResolved.of(this, at));
            case REOPENED -> registerEvent(new TicketReopened(ticketId(), number, by.isCustomer(), assigneeId, at));
            case CLOSED -> registerEvent(new TicketClosed(ticketId(), number, getStatus(), at));
            case NONE -> {}
        }
    }

    /** Stops the work until a time, with a reason. */
    void hold(TicketStatus onHold, String reason, Instant until, Viewer by, Instant at) {
        moveTo(onHold, by, at, reason);
        standing.rest(reason, until);
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
            askedBy(source.asker());
        }
        note("MERGED", source.number, number, by, at);
    }

    void answered(Message message) {
        answered(message, Mailing.USUAL);
    }

    void answered(Message message, Mailing mailing) {
        registerEvent(TicketAnswered.of(this, message, mailing));
    }

    void noteSplit(Ticket made, Viewer by, Instant at) {
        note("SPLIT", number, made.number, by, at);
    }

    /** Whether the customer's objection still counts as reopening this ticket. */
    boolean mayReopen(Instant at, Duration window) {
        return standing.mayReopen(at, window);
    }

    void requireAlive() {
        if (getCategory() == StatusCategory.CLOSED) {
            throw new RuleViolation("aftersales.ticket.closed", number);
        }
    }

    String getStatus() {
        return standing.getStatus();
    }

    StatusCategory getCategory() {
        return standing.getCategory();
    }

    OpenTicket.Asker asker() {
        return new OpenTicket.Asker(customerId, requesterId, requesterName, requesterAddress);
    }

    TicketId ticketId() {
        return new TicketId(requireId());
    }

    private void askedBy(OpenTicket.Asker asker) {
        customerId = asker.customerId();
        requesterId = asker.contactId();
        requesterName = asker.name();
        requesterAddress = asker.address();
    }

    private void weigh(Weight weight) {
        impact = weight.impact();
        urgency = weight.urgency();
        priority = weight.rank();
    }

    private void complain(boolean isComplaint) {
        if (isComplaint && kind != TicketKind.FEEDBACK) {
            throw new RuleViolation("aftersales.ticket.complaintIsFeedback").at("complaint");
        }
        complaint = isComplaint;
    }

    private void tag(Set<String> wanted) {
        var clean = new TreeSet<String>();
        for (var tag : wanted) {
            if (!tag.isBlank()) {
                clean.add(tag.strip());
            }
        }
        tags.retainAll(clean);
        tags.addAll(clean);
    }

    private void retag(Set<String> wanted, Viewer by, Instant at) {
        var before = tagLine();
        tag(wanted);
        note("TAGS", before, tagLine(), by, at);
    }

    private String tagLine() {
        return String.join(", ", new TreeSet<>(tags));
    }

    private void note(String field, @Nullable Object from, @Nullable Object to, Viewer by, Instant at) {
        if (!Objects.equals(from, to)) {
            registerEvent(TicketChanged.by(by, ticketId(), field, from, to, at));
        }
    }
}
