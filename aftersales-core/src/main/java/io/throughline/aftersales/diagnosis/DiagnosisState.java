package io.throughline.aftersales.diagnosis;

/** How far a diagnosis has come (service rule 16). */
public enum DiagnosisState {
    TRIAGE,
    DIAGNOSING,
    WORKAROUND_GIVEN,
    FIX_PLANNED,
    FIXED,
    VERIFIED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this != FIXED && this != VERIFIED;
    }
}
