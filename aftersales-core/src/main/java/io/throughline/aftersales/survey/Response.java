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

/** What somebody answered to an invitation; answering again replaces it, the last one counts. */
@Entity
@Getter
@Table(schema = "aftersales", name = "survey_response")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Response extends Aggregate {

    private static final int LONGEST = 2000;

    private long invitationId;

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    private @Nullable Long customerId;
    private @Nullable Integer rating;
    private @Nullable Boolean solved;
    private @Nullable String comment;

    @Enumerated(EnumType.STRING)
    private AnswerChannel channel;

    private Instant answeredAt;

    Response(Invitation invitation, AnswerChannel channel, Instant at) {
        this.invitationId = invitation.requireId();
        this.kind = invitation.getKind();
        this.customerId = invitation.getCustomerId();
        this.channel = channel;
        this.answeredAt = at;
    }

    /** Takes the answer over and says its rating. */
    int answer(RateTicket answer, AnswerChannel through, Instant at) {
        var given = answer.rating();
        if (given == null || given < 1 || given > 5) {
            throw new RuleViolation("aftersales.survey.ratingOneToFive").at("rating");
        }
        var words = answer.comment() == null ? "" : answer.comment().strip();
        if (words.length() > LONGEST) {
            throw new RuleViolation("aftersales.survey.commentTooLong", LONGEST).at("comment");
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
