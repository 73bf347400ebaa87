package io.throughline.aftersales.survey;

import org.jspecify.annotations.Nullable;

/** A survey with its questions and rules. */
public record SurveyDetail(
        SurveyId id,
        SurveyNumber number,
        int version,
        SurveyKind kind,
        SurveyOccasion occasion,
        SurveyState state,
        LocalText title,
        LocalText score,
        @Nullable LocalText yesNo,
        @Nullable LocalText comment,
        boolean anonymous,
        int waitHours,
        int reminders,
        int reminderDays,
        int answerDays,
        int followUpDays) {

    public boolean isOpen() {
        return state == SurveyState.OPEN;
    }

    public boolean isDraft() {
        return state == SurveyState.DRAFT;
    }

    public boolean isOfResolutions() {
        return occasion == SurveyOccasion.TICKET_RESOLVED;
    }

    public boolean isSentByHand() {
        return occasion == SurveyOccasion.BY_HAND;
    }
}
