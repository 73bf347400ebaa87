package io.throughline.aftersales.survey;

/** Why somebody is not asked by mail. */
public enum LeftOut {
    NO_ADDRESS,
    LEFT,
    OPTED_OUT,
    UNDELIVERABLE,
    ASKED_LATELY,
    ANSWERED,
    REOPENED,
    SURVEY_CLOSED
}
