package io.throughline.aftersales.survey;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to an invitation; answering again replaces it, the last one counts. That of an anonymous survey
 * knows neither its invitation nor anybody, and its time is that of its day.
 */
@Entity
@Getter
@Table(schema = "aftersales", name = "survey_response")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Response extends Aggregate {

    private long surveyId;
    private @Nullable Long invitationId;

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private @Nullable Long agentId;
    private @Nullable Long teamId;
    private @Nullable Long projectId;
    private @Nullable Integer rating;
    private @Nullable Boolean solved;
    private @Nullable String comment;

    @Enumerated(EnumType.STRING)
    private AnswerChannel channel;

    private Instant answeredAt;

    private Response(Survey survey, AnswerChannel channel, Instant at) {
        this.surveyId = survey.requireId();
        this.kind = survey.getKind();
        this.channel = channel;
        this.answeredAt = at;
    }

    static Response anonymous(Survey survey, AnswerChannel channel, Instant day) {
        return new Response(survey, channel, day);
    }

    static Response to(Invitation invitation, Survey survey, AnswerChannel channel, Instant at) {
        var response = new Response(survey, channel, at);
        response.invitationId = invitation.requireId();
        response.customerId = invitation.getCustomerId();
        response.contactId = invitation.getContactId();
        response.agentId = invitation.getAgentId();
        response.teamId = invitation.getTeamId();
        response.projectId = invitation.getProjectId();
        return response;
    }

    /** Takes the answer over and says its rating. */
    int answer(AnswerSurvey answer, AnswerChannel through, Instant at) {
        var given = answer.rating();
        if (given == null || !kind.covers(given)) {
            throw new RuleViolation("aftersales.survey.ratingFromTo", kind.lowest(), kind.highest()).at("rating");
        }
        var words = answer.comment() == null ? "" : answer.comment().strip();
        if (words.length() > AnswerSurvey.LONGEST) {
            throw new RuleViolation("aftersales.survey.commentTooLong", AnswerSurvey.LONGEST).at("comment");
        }
        rating = given;
        solved = answer.solved();
        comment = words.isEmpty() ? null : words;
        channel = through;
        answeredAt = at;
        return given;
    }

    void announce(TicketRated event) {
        registerEvent(event);
    }
}
