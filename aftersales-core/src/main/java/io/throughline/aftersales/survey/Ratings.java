package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.PortalTicketQueries;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes customers' ratings of solved tickets, and makes and revokes links by which they can be given without signing in. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE})
public class Ratings {

    private final SurveyRepository surveys;
    private final InvitationRepository invitations;
    private final SurveyTokens tokens;
    private final SurveyAnswers answers;
    private final PortalTicketQueries portalTickets;
    private final TicketDetailQueries tickets;
    private final Clock clock;

    /** A contact rates the latest resolution of a ticket the contact may see. */
    @Allow(Role.CUSTOMER)
    public void rate(Viewer viewer, String ticketNumber, AnswerSurvey answer) {
        var ticket = portalTickets.detail(viewer, ticketNumber);
        if (!ticket.isResolved() && !ticket.isClosed()) {
            throw new RuleViolation("aftersales.survey.notSolvedYet");
        }
        answers.take(latest(ticket.id()), survey(), answer, AnswerChannel.PORTAL);
    }

    /** A new link to rate the ticket's latest resolution, shown this once; those before stop working. */
    public String link(Viewer viewer, String ticketNumber) {
        var invitation = latest(tickets.detail(viewer, ticketNumber).id());
        tokens.forgetAll(invitation.requireId());
        invitation.reopen(survey(), clock.instant());
        invitations.saveAndFlush(invitation);
        return tokens.make(invitation.requireId());
    }

    public void revoke(Viewer viewer, String ticketNumber) {
        var invitation = latest(tickets.detail(viewer, ticketNumber).id());
        invitation.revoke(clock.instant());
        invitations.saveAndFlush(invitation);
    }

    private Survey survey() {
        return surveys.findByOccasion(SurveyOccasion.TICKET_RESOLVED).get(0);
    }

    private Invitation latest(TicketId ticket) {
        var subject = TicketSubject.of(ticket);
        return invitations
                .findFirstBySubjectTypeAndSubjectIdAndSurveyIdOrderByOccasionDesc(
                        subject.type(), subject.id(), survey().requireId())
                .orElseThrow(() -> new RuleViolation("aftersales.survey.notSolvedYet"));
    }
}
