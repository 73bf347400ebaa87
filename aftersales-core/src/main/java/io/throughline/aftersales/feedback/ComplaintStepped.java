package io.throughline.aftersales.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A complaint came a step further, or back; heard by its history and by those who are to know. */
record ComplaintStepped(
        long complaintId,
        long ticketId,
        ComplaintStep step,
        @Nullable ComplaintState from,
        ComplaintState to,
        @Nullable String note,
        Instant at,
        @Nullable Long byUserId,
        String byName) {}
