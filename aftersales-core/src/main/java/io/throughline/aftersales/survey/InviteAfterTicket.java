package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.TicketClosed;
import io.throughline.aftersales.ticket.TicketResolved;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketSubject;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each resolution of a customer's ticket is one occasion to be rated, in the portal too; its closure is one for the surveys
 * that wait for it. Whether a mail really leaves is decided when it is due.
 */
@Component
@RequiredArgsConstructor
class InviteAfterTicket {

    private final SurveyRepository surveys;
    private final InvitationRepository invitations;
    private final JdbcClient jdbc;

    @EventListener
    void on(TicketResolved event) {
        var subject = TicketSubject.of(event.id());
        var survey = surveys.findByOccasion(SurveyOccasion.TICKET_RESOLVED).get(0);
        if (event.customerId() == null
                || invitations.existsBySubjectTypeAndSubjectIdAndSurveyIdAndOccasion(
                        subject.type(), subject.id(), survey.requireId(), event.occasion())) {
            return;
        }
        var invitation = new Invitation(survey, subject, event.occasion(), event.at());
        invitation.ask(event.customerId(), event.requesterId());
        invitation.creditTo(
                event.resolverId(),
                event.teamId(),
                asked(event.id().value()).map(Asked::project).orElse(null));
        if (survey.isOpen() && event.requesterId() != null) {
            invitation.mailAt(survey.mailAt(event.at()));
        }
        invitations.saveAndFlush(invitation);
    }

    @EventListener
    void on(TicketClosed event) {
        if (!event.status().equals(TicketStatus.CLOSED)) {
            return;
        }
        for (var survey : surveys.findByOccasionAndStateOrderByNumber(SurveyOccasion.TICKET_CLOSED, SurveyState.OPEN)) {
            asked(event.id().value()).ifPresent(asked -> {
                var invitation = new Invitation(survey, TicketSubject.of(event.id()), 0, event.at());
                invitation.ask(asked.customer, asked.requester);
                invitation.creditTo(asked.resolver, asked.team, asked.project);
                invitation.mailAt(survey.mailAt(event.at()));
                invitations.saveAndFlush(invitation);
            });
        }
    }

    private record Asked(
            @Nullable Long customer,
            @Nullable Long requester,
            @Nullable Long resolver,
            @Nullable Long team,
            @Nullable Long project) {}

    /** Of a customer's ticket. */
    private Optional<Asked> asked(long ticket) {
        return jdbc.sql("""
                        select customer_id, requester_id, resolved_by, team_id, project_id from aftersales.ticket
                         where id = ? and customer_id is not null and requester_id is not null
                        """)
                .param(ticket)
                .query((row, n) -> new Asked(
                        (Long) row.getObject("customer_id"),
                        (Long) row.getObject("requester_id"),
                        (Long) row.getObject("resolved_by"),
                        (Long) row.getObject("team_id"),
                        (Long) row.getObject("project_id")))
                .optional();
    }
}
