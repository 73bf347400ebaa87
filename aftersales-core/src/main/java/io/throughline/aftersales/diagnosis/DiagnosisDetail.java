package io.throughline.aftersales.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as it stands; before its first step all but the state is empty.
 *
 * @param causeWords what exactly
 * @param fixBy what carries the fix out
 * @param fixReference number or address of that
 * @param plannedFor day on which the customer may expect the fix
 * @param remedy what ended it
 * @param deliverable what of ours it happened to
 * @param refusals how often the customer said that it is not mended
 * @param refusedBecause the last reason told to one of us
 */
public record DiagnosisDetail(
        int version,
        DiagnosisState state,
        String symptoms,
        @Nullable FaultCause cause,
        @Nullable String causeWords,
        @Nullable String workaround,
        @Nullable FixBy fixBy,
        @Nullable String fixReference,
        @Nullable String plan,
        @Nullable LocalDate plannedFor,
        @Nullable String remedy,
        @Nullable Deliverable deliverable,
        @Nullable Instant begunAt,
        @Nullable Instant workaroundAt,
        @Nullable Instant plannedAt,
        @Nullable Instant fixedAt,
        @Nullable Instant verifiedAt,
        int refusals,
        @Nullable String refusedBecause) {

    /** A part of what was delivered. */
    public record Deliverable(long id, String project, int number, String name) {

        public String label() {
            return project + " · " + name;
        }
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isBegun() {
        return state != DiagnosisState.TRIAGE;
    }

    public boolean isFixed() {
        return state == DiagnosisState.FIXED;
    }
}
