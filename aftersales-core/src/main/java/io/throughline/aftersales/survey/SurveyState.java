package io.throughline.aftersales.survey;

/** A survey is mailed while it is open; closed, it takes no answers by link any more. */
public enum SurveyState {
    DRAFT,
    OPEN,
    CLOSED
}
