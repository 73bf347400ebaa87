package io.throughline.project.timesheet;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A person's week: open, handed in, approved or sent back. Its hours are {@link TimeEntry}s. */
@Entity
@Getter
@Table(schema = "project", name = "timesheet")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Timesheet extends Aggregate implements Audited {

    static final String SUBJECT = "TIMESHEET";

    private long userId;
    private LocalDate week;

    @Enumerated(EnumType.STRING)
    private TimesheetStatus status;

    private Instant savedAt;
    private @Nullable Instant firstSubmittedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant decidedAt;
    private @Nullable Long decidedBy;
    private @Nullable String reason;

    Timesheet(long userId, TimesheetWeek week, Instant now) {
        this.userId = userId;
        this.week = week.monday();
        this.status = TimesheetStatus.DRAFT;
        this.savedAt = now;
    }

    TimesheetWeek week() {
        return new TimesheetWeek(week);
    }

    void requireOpen() {
        if (!status.isOpen()) {
            throw new RuleViolation("project.timesheet.closed." + status);
        }
    }

    /** Its hours changed. */
    void saved(Instant now) {
        savedAt = now;
    }

    void submit(Instant now) {
        requireOpen();
        hand(now);
    }

    /** Back to its person, who asked for it before anybody decided. */
    void withdraw() {
        if (status != TimesheetStatus.SUBMITTED) {
            throw new RuleViolation("project.timesheet.notSubmitted");
        }
        status = TimesheetStatus.DRAFT;
    }

    /** Approved hours were changed; that is decided about anew. */
    void corrected(Instant now) {
        if (status != TimesheetStatus.APPROVED && status != TimesheetStatus.SUBMITTED) {
            throw new RuleViolation("project.timesheet.correctApproved");
        }
        saved(now);
        hand(now);
    }

    void requireWaiting() {
        if (status != TimesheetStatus.SUBMITTED) {
            throw new RuleViolation("project.timesheet.notSubmitted");
        }
    }

    void approve(@Nullable Long by, Instant now) {
        requireWaiting();
        decide(TimesheetStatus.APPROVED, by, now, null);
    }

    /** Somebody agreed to a part of it; the rest still waits. */
    void approvedInPart(Instant now) {
        requireWaiting();
        saved(now);
    }

    /**
     * @param why read by its person; needed
     * @param open whether there are hours to write anew; without, what had been approved stands again
     */
    void reject(@Nullable String why, boolean open, @Nullable Long by, Instant now) {
        requireWaiting();
        if (why == null || why.isBlank()) {
            throw new RuleViolation("project.timesheet.reasonNeeded").at("reason");
        }
        decide(open ? TimesheetStatus.REJECTED : TimesheetStatus.APPROVED, by, now, why.strip());
    }

    private void hand(Instant now) {
        status = TimesheetStatus.SUBMITTED;
        submittedAt = now;
        firstSubmittedAt = firstSubmittedAt == null ? now : firstSubmittedAt;
        reason = null;
    }

    private void decide(TimesheetStatus decision, @Nullable Long by, Instant now, @Nullable String why) {
        status = decision;
        decidedBy = by;
        decidedAt = now;
        reason = why;
    }

    @Override
    public SubjectRef auditSubject() {
        return subject();
    }

    SubjectRef subject() {
        return new SubjectRef(SUBJECT, requireId());
    }
}
