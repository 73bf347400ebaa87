package io.throughline.aftersales.survey;

/** When somebody is asked. */
public enum SurveyOccasion {
    /** Each resolution of a ticket, in the portal too; one survey only. */
    TICKET_RESOLVED,
    /** The ticket is closed, not cancelled or merged. */
    TICKET_CLOSED,
    /** Contacts somebody chose. */
    BY_HAND
}
