package io.throughline.aftersales.diagnosis;

/** Why a fault happened, as faults are counted by it; the words beside it say what exactly. */
public enum FaultCause {
    /** Of the delivered product itself. */
    DEFECT,
    WEAR,
    INSTALLATION,
    CONFIGURATION,
    OPERATION,
    ENVIRONMENT,
    THIRD_PARTY,
    OTHER
}
