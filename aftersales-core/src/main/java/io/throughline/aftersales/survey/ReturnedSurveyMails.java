package io.throughline.aftersales.survey;

import io.throughline.aftersales.mail.MailReturned;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An invitation whose mail came back asked nobody, and does not count as sent. */
@Component
@RequiredArgsConstructor
class ReturnedSurveyMails {

    private final InvitationRepository invitations;

    @EventListener
    void on(MailReturned event) {
        if (event.subject().type().equals(SurveyPost.SUBJECT)) {
            invitations.findById(event.subject().id()).ifPresent(invitation -> {
                invitation.bounced(event.at());
                invitations.saveAndFlush(invitation);
            });
        }
    }
}
