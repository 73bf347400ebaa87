package io.throughline.aftersales.installed;

/** Where an installed product stands; only one in use can have a ticket opened on it. */
public enum InstalledProductState {
    IN_USE,
    /** Another one stands in its place. */
    REPLACED,
    RETIRED
}
