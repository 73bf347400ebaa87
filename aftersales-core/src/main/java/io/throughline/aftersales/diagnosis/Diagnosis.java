package io.throughline.aftersales.diagnosis;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What is known of a fault and how far it is mended (service rule 16). */
@Entity
@Getter
@Table(schema = "aftersales", name = "diagnosis")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Diagnosis extends Aggregate {

    private long ticketId;

    @Enumerated(EnumType.STRING)
    private DiagnosisState state = DiagnosisState.DIAGNOSING;

    private String symptoms;

    @Enumerated(EnumType.STRING)
    private @Nullable FaultCause cause;

    private @Nullable String causeWords;
    private @Nullable String workaround;

    @Enumerated(EnumType.STRING)
    @Column(name = "fix_by")
    private @Nullable FixBy fixBy;

    private @Nullable String fixReference;
    private @Nullable String plan;
    private @Nullable LocalDate plannedFor;
    private @Nullable String remedy;
    private Instant begunAt;
    private @Nullable Instant causedAt;
    private @Nullable Instant workaroundAt;
    private @Nullable Instant plannedAt;
    private @Nullable Instant fixedAt;
    private @Nullable Instant verifiedAt;
    private int refusals;
    private @Nullable String refusedBecause;

    /** Begins with what is seen. */
    Diagnosis(long ticketId, String symptoms, Instant at) {
        this.ticketId = ticketId;
        this.symptoms = symptoms.strip();
        this.begunAt = at;
    }

    /** Says better what is seen. */
    void describe(String seen) {
        requireOpen();
        symptoms = seen.strip();
    }

    void name(FaultCause why, @Nullable String words, Instant at) {
        requireOpen();
        cause = why;
        causeWords = text(words);
        causedAt = Objects.requireNonNullElse(causedAt, at);
    }

    void workAround(String help) {
        requireOpen();
        workaround = help.strip();
    }

    /** The ticket is marked as helped. */
    void helps(Instant at) {
        workaroundAt = Objects.requireNonNullElse(workaroundAt, at);
        if (state == DiagnosisState.DIAGNOSING) {
            state = DiagnosisState.WORKAROUND_GIVEN;
        }
    }

    /** The mark was taken away: it does not help after all. */
    void helpsNoLonger() {
        workaroundAt = null;
        if (state == DiagnosisState.WORKAROUND_GIVEN) {
            state = DiagnosisState.DIAGNOSING;
        }
    }

    void plan(PlanFix wish, Instant at) {
        requireOpen();
        var reference = text(wish.reference());
        if (wish.by() != FixBy.REMOTE && reference == null) {
            throw new RuleViolation("aftersales.diagnosis.whichReference").at("reference");
        }
        fixBy = wish.by();
        fixReference = reference;
        plan = wish.plan().strip();
        plannedFor = wish.day();
        plannedAt = at;
        state = DiagnosisState.FIX_PLANNED;
    }

    void fix(String mended, Instant at) {
        requireOpen();
        if (cause == null) {
            throw new RuleViolation("aftersales.diagnosis.causeFirst");
        }
        remedy = mended.strip();
        fixedAt = at;
        state = DiagnosisState.FIXED;
    }

    void verify(Instant at) {
        requireFixed();
        verifiedAt = at;
        state = DiagnosisState.VERIFIED;
    }

    /**
     * The customer says that it is not mended.
     *
     * @param reason null where the conversation has it
     */
    void refuse(@Nullable String reason) {
        requireFixed();
        refusals++;
        refusedBecause = text(reason);
        again();
    }

    /** The ticket came back to work: a workaround that helped still does. */
    void again() {
        fixedAt = null;
        verifiedAt = null;
        state = workaroundAt == null ? DiagnosisState.DIAGNOSING : DiagnosisState.WORKAROUND_GIVEN;
    }

    boolean isOpen() {
        return state.isOpen();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new RuleViolation("aftersales.diagnosis.fixedAlready");
        }
    }

    private void requireFixed() {
        if (state != DiagnosisState.FIXED) {
            throw new RuleViolation("aftersales.diagnosis.notFixed");
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
