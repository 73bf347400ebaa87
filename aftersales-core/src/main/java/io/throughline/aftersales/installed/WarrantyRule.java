package io.throughline.aftersales.installed;

/** From which day a warranty runs. */
public enum WarrantyRule {
    /** The day on which the customer accepted the deliverable. */
    ACCEPTANCE,
    GO_LIVE,
    SHIPMENT,
    /** The day on which it took the place of another one. */
    REPLACEMENT
}
