package io.throughline.aftersales.diagnosis;

import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.SideCourse;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a diagnosis from the symptoms to the customer's word. Every command throws {@link NotFound} for a ticket out of the
 * viewer's scope or of another kind, and {@link RuleViolation} where the course forbids it.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({SUPPORT_AGENT, MANAGER, TECHNICIAN})
public class Diagnoses {

    private final DiagnosisRepository diagnoses;
    private final SideCourse side;
    private final Tickets tickets;
    private final TicketConversation conversation;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Says what is seen, with which the diagnosis begins; said again it says it better. */
    public void describe(Viewer viewer, String number, DescribeSymptoms command) {
        var ticket = ticket(viewer, number);
        var known = diagnoses.findByTicketId(ticket.id().value());
        known.ifPresent(diagnosis -> diagnosis.describe(command.symptoms()));
        if (known.isEmpty()) {
            requireLive(ticket);
        }
        keep(
                viewer,
                ticket,
                known.orElseGet(() -> new Diagnosis(ticket.id().value(), command.symptoms(), clock.instant())),
                DiagnosisStep.SYMPTOMS);
    }

    /** Says why it happened and, where wanted, to which deliverable. */
    public void name(Viewer viewer, String number, NameCause command) {
        step(viewer, number, DiagnosisStep.CAUSE, (ticket, diagnosis) -> {
            diagnosis.name(Objects.requireNonNull(command.cause()), command.words(), clock.instant());
            if (command.deliverableId() != null) {
                side.trace(viewer, number, command.deliverableId());
            }
        });
    }

    /** Helps the customer until it is fixed: the clock restore stops, fix runs on. */
    public void workAround(Viewer viewer, String number, GiveWorkaround command) {
        step(viewer, number, DiagnosisStep.WORKAROUND, (ticket, diagnosis) -> {
            diagnosis.workAround(command.workaround());
            tickets.workAround(viewer, number, true);
            diagnosis.helps(clock.instant());
            if (Boolean.TRUE.equals(command.tell())) {
                conversation.add(
                        viewer, number, AddMessage.reply(command.workaround().strip()));
            }
        });
    }

    public void plan(Viewer viewer, String number, PlanFix command) {
        step(viewer, number, DiagnosisStep.FIX_PLAN, (ticket, diagnosis) -> diagnosis.plan(command, clock.instant()));
    }

    /** Mended: the ticket is resolved, and the customer is asked to confirm. */
    public void fix(Viewer viewer, String number, Fix command) {
        step(viewer, number, DiagnosisStep.FIX, (ticket, diagnosis) -> {
            requireTraced(ticket);
            diagnosis.fix(command.remedy(), clock.instant());
            diagnoses.saveAndFlush(diagnosis);
            if (Boolean.TRUE.equals(command.answer())) {
                conversation.add(
                        viewer,
                        number,
                        AddMessage.reply(command.remedy().strip()).as(TicketStatus.RESOLVED));
            } else {
                side.move(viewer, number, TicketStatus.RESOLVED);
            }
        });
    }

    /** The customer said to one of us that it is mended; in the portal he or she says it in person. */
    public void verify(Viewer viewer, String number) {
        step(viewer, number, DiagnosisStep.VERIFICATION, (ticket, diagnosis) -> {
            diagnosis.verify(clock.instant());
            diagnoses.saveAndFlush(diagnosis);
            side.move(viewer, number, TicketStatus.CLOSED);
        });
    }

    /** The customer said to one of us that it is not. */
    public void refuse(Viewer viewer, String number, RefuseFix command) {
        step(viewer, number, DiagnosisStep.REFUSAL, (ticket, diagnosis) -> {
            diagnosis.refuse(command.reason());
            diagnoses.saveAndFlush(diagnosis);
            side.move(viewer, number, TicketStatus.IN_PROGRESS);
        });
    }

    /** The ticket is locked first, so that its own commands and these wait for each other. */
    private void step(Viewer viewer, String number, DiagnosisStep step, BiConsumer<SideCourse.Stand, Diagnosis> deed) {
        var ticket = ticket(viewer, number);
        var diagnosis = diagnoses
                .findByTicketId(ticket.id().value())
                .orElseThrow(() -> new RuleViolation("aftersales.diagnosis.symptomsFirst"));
        deed.accept(ticket, diagnosis);
        keep(viewer, ticket, diagnosis, step);
    }

    private void keep(Viewer viewer, SideCourse.Stand ticket, Diagnosis diagnosis, DiagnosisStep step) {
        diagnoses.saveAndFlush(diagnosis);
        side.note(viewer, ticket.id(), "DIAGNOSIS_STEP", step.name());
        if (ticket.status().equals(TicketStatus.NEW) && step != DiagnosisStep.FIX) {
            side.move(viewer, ticket.number(), TicketStatus.IN_PROGRESS);
        }
    }

    private SideCourse.Stand ticket(Viewer viewer, String number) {
        var ticket = side.stand(viewer, number);
        if (ticket.kind() != TicketKind.DIAGNOSIS) {
            throw new NotFound("diagnosis", number);
        }
        if (ticket.category() == StatusCategory.CLOSED) {
            throw new RuleViolation("aftersales.ticket.closed", number);
        }
        return ticket;
    }

    private static void requireLive(SideCourse.Stand ticket) {
        if (!ticket.category().isLive()) {
            throw new RuleViolation("aftersales.diagnosis.fixedAlready");
        }
    }

    /** A ticket of a customer to whom nothing was delivered cannot name it. */
    private void requireTraced(SideCourse.Stand ticket) {
        if (jdbc.sql("""
                        select t.deliverable_id is null
                               and exists (select 1 from project.project p
                                             join project.deliverable v on v.project_id = p.id and v.deleted_at is null
                                            where p.customer_id = t.customer_id and p.status <> 'CANCELLED')
                          from aftersales.ticket t where t.id = ?
                        """).param(ticket.id().value()).query(Boolean.class).single()) {
            throw new RuleViolation("aftersales.diagnosis.whichDeliverable");
        }
    }
}
