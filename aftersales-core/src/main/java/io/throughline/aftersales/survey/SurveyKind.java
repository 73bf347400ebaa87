package io.throughline.aftersales.survey;

/** What is asked about. */
public enum SurveyKind {
    TICKET
}
