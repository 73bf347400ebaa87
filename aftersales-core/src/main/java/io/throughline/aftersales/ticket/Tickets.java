package io.throughline.aftersales.ticket;

import io.throughline.foundation.attachment.Upload;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens tickets and changes their properties, hands and status. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.PROJECT_MANAGER, Role.TECHNICIAN, Role.TRAINER})
public class Tickets {

    /** Who calls for help on a ticket, see {@link #escalate}. */
    private static final Role[] ESCALATE = {Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE};

    private final TicketRepository tickets;
    private final TicketAccess access;
    private final TicketBirth birth;
    private final MessageFiles files;
    private final TicketStatuses statuses;
    private final TicketDesk desk;
    private final TicketProducts products;
    private final TicketCourse course;
    private final Clock clock;

    /**
     * Opens a ticket; the same request key by the same person gives the same ticket again. Throws
     * {@link RuleViolation} at the field that does not fit.
     */
    public OpenedTicket open(Viewer viewer, OpenTicket command) {
        var project = command.concern().projectId();
        if (project != null) {
            var asker = command.asker();
            desk.requireChoice(viewer, project, desk.customerOf(viewer, asker.customerId(), asker.contactId()));
        }
        products.requireSeen(viewer, command.concern().installedProductId());
        return birth.open(viewer, command, command.channel() == null ? Channel.PHONE : command.channel());
    }

    /** The same with files on its first message; all or none. */
    public OpenedTicket open(Viewer viewer, OpenTicket command, List<Upload> uploads) {
        var opened = open(viewer, command);
        if (opened.fresh()) {
            files.attach(viewer, opened.message(), Visibility.PUBLIC, uploads);
        }
        return opened;
    }

    /** Throws {@link io.throughline.foundation.model.StaleVersion} when the form is older than the ticket. */
    public void edit(Viewer viewer, String number, EditTicket command) {
        var ticket = access.lock(viewer, number);
        ticket.requireVersion(command.version());
        var asked = Objects.equals(command.customerId(), ticket.getCustomerId())
                        && Objects.equals(command.requesterId(), ticket.getRequesterId())
                ? ticket.getCustomerId()
                : desk.customerOf(viewer, command.customerId(), command.requesterId());
        var customer = products.customerOf(asked, command.installedProductId());
        if (!Objects.equals(command.projectId(), ticket.getProjectId())) {
            desk.requireChoice(viewer, command.projectId(), customer);
            desk.requireProject(command.projectId(), customer);
        }
        var concern = products.after(viewer, ticket, command, customer);
        boolean escalated = viewer.hasAny(ESCALATE) ? Boolean.TRUE.equals(command.escalated()) : ticket.isEscalated();
        ticket.edit(within(command, customer, concern, escalated, ticket), viewer, clock.instant());
        tickets.saveAndFlush(ticket);
    }

    /** Says what the ticket is about, and by that where it is traced to, see {@link OpenTicket#about}. */
    public void about(Viewer viewer, String number, String product) {
        var ticket = access.lock(viewer, number);
        ticket.about(products.require(viewer, product, ticket.getCustomerId()), viewer, clock.instant());
        tickets.saveAndFlush(ticket);
    }

    /** Gives the ticket to the viewer; throws {@link RuleViolation} when somebody else has it already. */
    @Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.TRAINER})
    public void take(Viewer viewer, String number) {
        var ticket = access.lock(viewer, number);
        var holder = ticket.getAssigneeId();
        if (holder != null && holder != viewer.id().value()) {
            throw new RuleViolation("aftersales.ticket.takenAlready");
        }
        ticket.take(ticket.getTeamId(), statuses.require(TicketStatus.IN_PROGRESS), viewer, clock.instant());
        tickets.saveAndFlush(ticket);
    }

    /** Hands the ticket over; somebody who does not belong to the team does not keep it. */
    @Allow({Role.SUPPORT_AGENT, Role.MANAGER})
    public void assign(Viewer viewer, String number, AssignTicket command) {
        var ticket = access.lock(viewer, number);
        ticket.requireVersion(command.version());
        desk.requireTeam(command.teamId());
        desk.requireColleague(command.assigneeId());
        ticket.assign(command.teamId(), keeper(ticket, command), viewer, clock.instant());
        tickets.saveAndFlush(ticket);
    }

    /** Moves the ticket along its course (service rule 16). */
    public void changeStatus(Viewer viewer, String number, ChangeStatus command) {
        var ticket = access.lock(viewer, number);
        ticket.requireVersion(command.version());
        course.apply(ticket, viewer, command);
        tickets.saveAndFlush(ticket);
    }

    public void resolve(Viewer viewer, String number) {
        changeStatus(viewer, number, ChangeStatus.to(TicketStatus.RESOLVED));
    }

    public void close(Viewer viewer, String number) {
        changeStatus(viewer, number, ChangeStatus.to(TicketStatus.CLOSED));
    }

    /** Takes a resolution back. */
    public void reopen(Viewer viewer, String number) {
        var ticket = access.lock(viewer, number);
        if (ticket.getCategory() != StatusCategory.RESOLVED) {
            throw new RuleViolation("aftersales.ticket.notResolved");
        }
        ticket.moveTo(statuses.require(TicketStatus.IN_PROGRESS), viewer, clock.instant(), null);
        tickets.saveAndFlush(ticket);
    }

    @Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE})
    public void escalate(Viewer viewer, String number, boolean raised) {
        var ticket = access.lock(viewer, number);
        ticket.requireAlive();
        ticket.escalate(raised, viewer, clock.instant());
        tickets.saveAndFlush(ticket);
    }

    /** Marks a diagnosis as helped by a workaround, which restores the customer but fixes nothing, or takes that back. */
    @Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN})
    public void workAround(Viewer viewer, String number, boolean given) {
        var ticket = access.lock(viewer, number);
        ticket.workAround(given, viewer, clock.instant());
        tickets.saveAndFlush(ticket);
    }

    private @Nullable Long keeper(Ticket ticket, AssignTicket command) {
        var team = command.teamId();
        var person = command.assigneeId();
        boolean movedOn = !Objects.equals(team, ticket.getTeamId()) && Objects.equals(person, ticket.getAssigneeId());
        return movedOn && team != null && person != null && !desk.isMember(person, team) ? null : person;
    }

    /** People type times to the minute: the stored one stays when the minute is the same. */
    private static @Nullable Instant toTheMinute(@Nullable Instant typed, @Nullable Instant stored) {
        return typed != null
                        && stored != null
                        && typed.truncatedTo(ChronoUnit.MINUTES).equals(stored.truncatedTo(ChronoUnit.MINUTES))
                ? stored
                : typed;
    }

    /** For the customer found, and what it is about. */
    private static EditTicket within(
            EditTicket edit, @Nullable Long customer, OpenTicket.Concern concern, boolean escalated, Ticket ticket) {
        return new EditTicket(
                edit.kind(),
                edit.subject(),
                edit.priority(),
                edit.impact(),
                edit.urgency(),
                customer,
                edit.requesterId(),
                concern.projectId(),
                concern.deliverableId(),
                concern.installedProductId(),
                edit.tags(),
                toTheMinute(edit.dueAt(), ticket.getDueAt()),
                escalated,
                edit.complaint(),
                edit.version());
    }
}
