package io.throughline.aftersales.desk;

/** Who finds something the desk keeps ready. */
public enum Sharing {
    OWN,
    TEAM,
    EVERYONE
}
