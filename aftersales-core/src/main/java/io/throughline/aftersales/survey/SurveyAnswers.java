package io.throughline.aftersales.survey;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes answers in, whichever way they come: one an invitation, the last one counts. */
@Component
@RequiredArgsConstructor
class SurveyAnswers {

    private final InvitationRepository invitations;
    private final ResponseRepository responses;
    private final BadAnswers badAnswers;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Throws {@link RuleViolation} where the time is over, or an anonymous answer was given already. */
    void take(Invitation invitation, Survey survey, AnswerSurvey answer, AnswerChannel channel) {
        invitation.requireOpen(clock.instant());
        if (survey.isAnonymous()) {
            takeAnonymous(invitation, survey, answer, channel);
            return;
        }
        var now = clock.instant();
        var response = responses
                .findByInvitationId(invitation.requireId())
                .orElseGet(() -> Response.to(invitation, survey, channel, now));
        int rating = response.answer(answer, channel, now);
        if (invitation.getSubjectType().equals(TicketSubject.TYPE)) {
            response.announce(new TicketRated(
                    new TicketId(invitation.getSubjectId()),
                    invitation.getOccasion(),
                    rating,
                    invitation.getCustomerId(),
                    now));
        }
        var saved = responses.saveAndFlush(response);
        invitation.answered(now);
        invitations.saveAndFlush(invitation);
        if (survey.getKind().isBad(rating)) {
            badAnswers.follow(saved, survey);
        }
    }

    /** Neither a key nor a time leads from one row to the other. */
    private void takeAnonymous(Invitation invitation, Survey survey, AnswerSurvey answer, AnswerChannel channel) {
        if (invitation.isAnswered()) {
            throw new RuleViolation("aftersales.survey.anonymousOnce");
        }
        var day = startOfDay();
        var response = Response.anonymous(survey, channel, day);
        response.answer(answer, channel, day);
        long id = responses.saveAndFlush(response).requireId();
        invitation.answered(day);
        invitations.saveAndFlush(invitation);
        jdbc.sql("update aftersales.survey_response set created_at = :day, changed_at = :day where id = :id")
                .param("day", Timestamp.from(day))
                .param("id", id)
                .update();
        jdbc.sql("update aftersales.survey_invitation set changed_at = :day where id = :id")
                .param("day", Timestamp.from(day))
                .param("id", invitation.requireId())
                .update();
    }

    private Instant startOfDay() {
        var zone = ZoneId.of(settings.get(Setting.COMPANY_ZONE));
        return LocalDate.now(clock.withZone(zone)).atStartOfDay(zone).toInstant();
    }
}
