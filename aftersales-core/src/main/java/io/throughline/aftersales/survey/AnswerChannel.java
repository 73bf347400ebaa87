package io.throughline.aftersales.survey;

/** Where an answer was given: signed in, or by the personal link. */
public enum AnswerChannel {
    PORTAL,
    LINK
}
