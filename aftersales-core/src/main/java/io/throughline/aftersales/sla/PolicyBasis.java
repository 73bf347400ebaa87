package io.throughline.aftersales.sla;

/** By what a policy is chosen; the first basis that has a fitting policy decides (service rule 9). */
public enum PolicyBasis {
    /** Named customers, or all of a tier. */
    CUSTOMER,
    /** Kinds, priorities or both. */
    KIND_PRIORITY,
    /** Every ticket that no other policy fits. */
    DEFAULT
}
