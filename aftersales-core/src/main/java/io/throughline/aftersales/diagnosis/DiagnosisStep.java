package io.throughline.aftersales.diagnosis;

/** What the ticket's history tells of a diagnosis. */
public enum DiagnosisStep {
    SYMPTOMS,
    CAUSE,
    WORKAROUND,
    FIX_PLAN,
    FIX,
    VERIFICATION,
    REFUSAL
}
