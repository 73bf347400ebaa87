package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.TicketResolved;
import io.throughline.aftersales.ticket.TicketSubject;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each resolution of a customer's ticket is one occasion to be rated. */
@Component
@RequiredArgsConstructor
class InviteAfterResolution {

    private final InvitationRepository invitations;

    @EventListener
    void on(TicketResolved event) {
        var subject = TicketSubject.of(event.id());
        if (event.customerId() == null
                || invitations.existsBySubjectTypeAndSubjectIdAndKindAndOccasion(
                        subject.type(), subject.id(), SurveyKind.TICKET, event.occasion())) {
            return;
        }
        var invitation = new Invitation(SurveyKind.TICKET, subject, event.occasion(), event.at());
        invitation.ask(event.customerId(), event.requesterId());
        invitation.creditTo(event.resolverId(), event.teamId());
        invitations.saveAndFlush(invitation);
    }
}
