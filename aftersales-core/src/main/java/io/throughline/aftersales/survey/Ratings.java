package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.PortalTicketQueries;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes customers' ratings, and makes and revokes the links by which they can be given without signing in. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE})
public class Ratings {

    private final InvitationRepository invitations;
    private final ResponseRepository responses;
    private final PortalTicketQueries portalTickets;
    private final TicketDetailQueries tickets;
    private final Clock clock;

    /** A contact rates the latest resolution of a ticket the contact may see. */
    @Allow(Role.CUSTOMER)
    public void rate(Viewer viewer, String ticketNumber, RateTicket answer) {
        var ticket = portalTickets.detail(viewer, ticketNumber);
        if (!ticket.isResolved() && !ticket.isClosed()) {
            throw new RuleViolation("aftersales.survey.notSolvedYet");
        }
        store(latest(ticket.id()), answer, AnswerChannel.PORTAL);
    }

    /** Whoever holds the link rates; throws {@link NotFound} for a token nobody was given, or one that is over. */
    @Allow(anyone = true)
    public void rateByLink(String token, RateTicket answer) {
        var invitation = invitations
                .findByTokenHash(Tokens.hash(token))
                .filter(found -> found.isOpen(clock.instant()))
                .orElseThrow(() -> new NotFound("survey", "by link"));
        store(invitation, answer, AnswerChannel.LINK);
    }

    /** A new link to rate the ticket's latest resolution, shown this once; the one before stops working. */
    public String link(Viewer viewer, String ticketNumber) {
        var invitation = latest(tickets.detail(viewer, ticketNumber).id());
        var token = Tokens.create();
        invitation.link(Tokens.hash(token), clock.instant());
        invitations.saveAndFlush(invitation);
        return token;
    }

    public void revoke(Viewer viewer, String ticketNumber) {
        var invitation = latest(tickets.detail(viewer, ticketNumber).id());
        invitation.revoke(clock.instant());
        invitations.saveAndFlush(invitation);
    }

    private Invitation latest(TicketId ticket) {
        var subject = TicketSubject.of(ticket);
        return invitations
                .findFirstBySubjectTypeAndSubjectIdAndKindOrderByOccasionDesc(
                        subject.type(), subject.id(), SurveyKind.TICKET)
                .orElseThrow(() -> new RuleViolation("aftersales.survey.notSolvedYet"));
    }

    private void store(Invitation invitation, RateTicket answer, AnswerChannel channel) {
        var now = clock.instant();
        invitation.requireOpen(now);
        var response = responses
                .findByInvitationId(invitation.requireId())
                .orElseGet(() -> new Response(invitation, channel, now));
        int rating = response.answer(answer, channel, now);
        response.announce(new TicketRated(
                new TicketId(invitation.getSubjectId()),
                invitation.getOccasion(),
                rating,
                invitation.getCustomerId(),
                now));
        responses.saveAndFlush(response);
    }
}
