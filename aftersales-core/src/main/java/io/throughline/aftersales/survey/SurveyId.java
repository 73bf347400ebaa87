package io.throughline.aftersales.survey;

/** Identity of a survey. */
public record SurveyId(long value) {}
