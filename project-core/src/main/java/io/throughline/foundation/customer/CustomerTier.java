package io.throughline.foundation.customer;

/** Class that decides how closely a customer is looked after. */
public enum CustomerTier {
    STRATEGIC,
    KEY,
    STANDARD
}
