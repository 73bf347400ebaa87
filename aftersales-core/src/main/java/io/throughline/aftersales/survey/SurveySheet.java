package io.throughline.aftersales.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a link is asked; tells no more than a ticket's number and subject where it is about one.
 *
 * @param yesNo null for a survey without this question, as {@code comment}
 * @param number of the ticket it is about; null for none
 * @param given the answer so far; null for none, and for an anonymous one
 * @param answered whether there is an answer
 */
public record SurveySheet(
        SurveyKind kind,
        LocalText title,
        LocalText score,
        @Nullable LocalText yesNo,
        @Nullable LocalText comment,
        boolean anonymous,
        @Nullable String number,
        @Nullable String subject,
        Instant expiresAt,
        @Nullable AnswerSurvey given,
        boolean answered) {

    public boolean isDone() {
        return anonymous && answered;
    }
}
