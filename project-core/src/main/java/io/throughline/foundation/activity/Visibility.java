package io.throughline.foundation.activity;

import io.throughline.foundation.people.Viewer;

/** Who may read a line of the timeline, a comment or an attachment, beyond seeing its record at all. */
public enum Visibility {
    /** People of the company only; never in the portal, in mail to customers, in their exports, searches and counts. */
    STAFF,
    /** Everybody who may see the record, customers included. */
    EVERYONE;

    /** Staff keep what they write to themselves unless they say otherwise; what a customer writes is for both sides. */
    public static Visibility defaultFor(Viewer viewer) {
        return viewer.isStaff() ? STAFF : EVERYONE;
    }

    public boolean isOpenTo(Viewer viewer) {
        return this == EVERYONE || viewer.isStaff();
    }
}
