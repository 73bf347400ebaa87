package io.throughline.aftersales.feedback;

/** What was done about a complaint, for its history. */
public enum ComplaintStep {
    RECEIPT,
    ACKNOWLEDGEMENT,
    ASSESSMENT,
    INVESTIGATION,
    FINDINGS,
    RESPONSE,
    APPROVAL,
    REJECTION,
    COMMUNICATION,
    ACCEPTANCE,
    REFUSAL,
    ESCALATION,
    CLOSURE,
    WITHDRAWAL
}
