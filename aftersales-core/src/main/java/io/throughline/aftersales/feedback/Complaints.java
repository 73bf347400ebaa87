package io.throughline.aftersales.feedback;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.PROJECT_MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;
import static io.throughline.foundation.people.Role.TRAINER;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.SideCourse;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.foundation.model.Money;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes complaints along their course. Every command throws {@link NotFound} for a ticket out of the viewer's scope or without
 * a complaint, and {@link RuleViolation} where the course forbids it.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE})
public class Complaints {

    private final ComplaintRepository complaints;
    private final SideCourse side;
    private final TicketConversation conversation;
    private final Independence independence;
    private final ComplaintCauses causes;
    private final HouseLimits limits;
    private final Clock clock;

    /** Tells the complainant that we have it, or notes that he or she was told otherwise. */
    public void acknowledge(Viewer viewer, String number, AcknowledgeComplaint command) {
        step(viewer, number, (ticket, complaint) -> {
            if (complaint.getAcknowledgedAt() != null) {
                throw new RuleViolation("aftersales.feedback.acknowledgedAlready");
            }
            var body = command.body();
            if (body != null && !body.isBlank()) {
                conversation.add(viewer, number, AddMessage.reply(body.strip()));
            } else {
                complaint.acknowledge(Actor.of(viewer), clock.instant());
                side.acknowledge(viewer, ticket.id(), clock.instant());
            }
        });
    }

    public void assess(Viewer viewer, String number, AssessComplaint command) {
        step(viewer, number, (ticket, complaint) -> complaint.assess(command, Actor.of(viewer), clock.instant()));
    }

    /** Names an independent investigator, who from now on sees the ticket. */
    public void investigate(Viewer viewer, String number, AppointInvestigator command) {
        long wanted = Objects.requireNonNull(command.investigatorId());
        step(viewer, number, (ticket, complaint) -> {
            var name = independence.require(ticket.id().value(), wanted, "investigatorId");
            var before = complaint.getInvestigatorId();
            complaint.investigate(wanted, name, Actor.of(viewer), clock.instant());
            if (before != null) {
                side.help(viewer, ticket.id(), new UserId(before), false);
            }
            side.help(viewer, ticket.id(), new UserId(wanted), true);
        });
    }

    /** Only the investigator says what was found. */
    @Allow({SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE, PROJECT_MANAGER, TECHNICIAN, TRAINER})
    public void find(Viewer viewer, String number, RecordFindings command) {
        step(viewer, number, (ticket, complaint) -> {
            causes.requireActive(viewer, command.cause());
            complaint.find(command, Actor.of(viewer), clock.instant());
        });
    }

    public void propose(Viewer viewer, String number, ProposeResponse command) {
        step(
                viewer,
                number,
                (ticket, complaint) -> complaint.propose(command, money(command), Actor.of(viewer), clock.instant()));
    }

    /** By somebody else than who proposed it; money is given away by a manager only. */
    @Allow({MANAGER, ACCOUNT_EXECUTIVE})
    public void approve(Viewer viewer, String number) {
        step(
                viewer,
                number,
                (ticket, complaint) -> complaint.approve(viewer.has(MANAGER), Actor.of(viewer), clock.instant()));
    }

    @Allow({MANAGER, ACCOUNT_EXECUTIVE})
    public void reject(Viewer viewer, String number, Reason reason) {
        step(
                viewer,
                number,
                (ticket, complaint) -> complaint.reject(reason.reason().strip(), Actor.of(viewer), clock.instant()));
    }

    /** Sends the approved response to the complainant; the ticket is resolved with it. */
    public void communicate(Viewer viewer, String number) {
        step(viewer, number, (ticket, complaint) -> {
            complaint.communicate(Actor.of(viewer), clock.instant());
            complaints.saveAndFlush(complaint);
            var text = Objects.requireNonNull(complaint.getResponse());
            if (ticket.category().isLive()) {
                conversation.add(viewer, number, AddMessage.reply(text).as(TicketStatus.RESOLVED));
            } else {
                conversation.add(viewer, number, AddMessage.reply(text));
            }
        });
    }

    /** The customer said yes to one of us; in the portal he or she says it in person. */
    public void accept(Viewer viewer, String number) {
        step(viewer, number, (ticket, complaint) -> complaint.accept(Actor.of(viewer), clock.instant()));
    }

    /** The customer said no to one of us. */
    public void refuse(Viewer viewer, String number, Reason reason) {
        step(viewer, number, (ticket, complaint) -> {
            complaint.refuse(reason.reason().strip(), Actor.of(viewer), clock.instant());
            complaints.saveAndFlush(complaint);
            side.move(viewer, number, TicketStatus.IN_PROGRESS);
        });
    }

    /** The complainant went to somebody outside; the ticket is worked on until that is decided. */
    public void escalate(Viewer viewer, String number, EscalateComplaint command) {
        step(viewer, number, (ticket, complaint) -> {
            if (Objects.requireNonNull(command.day())
                    .isAfter(clock.instant()
                            .atZone(java.time.ZoneOffset.ofHours(14))
                            .toLocalDate())) {
                throw new RuleViolation("aftersales.feedback.outsideLater").at("day");
            }
            complaint.escalate(command, Actor.of(viewer), clock.instant());
            complaints.saveAndFlush(complaint);
            if (!ticket.category().isLive()) {
                side.move(viewer, number, TicketStatus.IN_PROGRESS);
            }
        });
    }

    /** Decided and carried out: complaint and ticket close. Needs remedy and cause, and a reason without consent. */
    public void close(Viewer viewer, String number, CloseComplaint command) {
        step(viewer, number, (ticket, complaint) -> {
            var now = clock.instant();
            complaint.close(command.note(), limits.handled(complaint, now), Actor.of(viewer), now);
            complaints.saveAndFlush(complaint);
            if (ticket.category().isLive()) {
                side.move(viewer, number, TicketStatus.RESOLVED);
            }
            side.move(viewer, number, TicketStatus.CLOSED);
        });
    }

    /** The ticket is locked first, so that its own commands and these wait for each other. */
    private void step(Viewer viewer, String number, BiConsumer<SideCourse.Stand, Complaint> deed) {
        var ticket = side.stand(viewer, number);
        var complaint =
                complaints.findByTicketId(ticket.id().value()).orElseThrow(() -> new NotFound("complaint", number));
        deed.accept(ticket, complaint);
        complaints.saveAndFlush(complaint);
        if (ticket.status().equals(TicketStatus.NEW)) {
            side.move(viewer, number, TicketStatus.IN_PROGRESS);
        }
    }

    private static @Nullable Money money(ProposeResponse command) {
        if (command.amount() == null) {
            return null;
        }
        try {
            var code =
                    command.currency() == null ? "" : command.currency().strip().toUpperCase(Locale.ROOT);
            return new Money(command.amount(), Currency.getInstance(code));
        } catch (IllegalArgumentException unknown) {
            throw new RuleViolation("aftersales.feedback.unknownCurrency").at("currency");
        }
    }
}
