package io.throughline.project.leave;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.project.resource.Leave;
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

/** Days off that somebody asks for. */
@Entity
@Getter
@Table(schema = "project", name = "leave_request")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class LeaveRequest extends Aggregate implements Audited {

    static final String SUBJECT = "LEAVE";

    private long userId;

    @Enumerated(EnumType.STRING)
    private LeaveKind kind;

    private LocalDate firstDay;
    private LocalDate lastDay;
    private boolean fromNoon;
    private boolean untilNoon;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private LeaveStatus status;

    private Instant requestedAt;
    private @Nullable Instant decidedAt;
    private @Nullable Long decidedBy;
    private @Nullable String reason;

    LeaveRequest(long userId, AskForLeave asked, Instant now) {
        var days = asked.days();
        days.check();
        this.userId = userId;
        this.kind = asked.kind();
        this.firstDay = days.firstDay();
        this.lastDay = days.lastDay();
        this.fromNoon = Boolean.TRUE.equals(days.fromNoon());
        this.untilNoon = Boolean.TRUE.equals(days.untilNoon());
        this.note = asked.note() == null || asked.note().isBlank()
                ? null
                : asked.note().strip();
        this.status = LeaveStatus.REQUESTED;
        this.requestedAt = now;
    }

    Leave days() {
        return new Leave(firstDay, lastDay, null, fromNoon, untilNoon);
    }

    void approve(@Nullable Long by, Instant now) {
        decide(LeaveStatus.APPROVED, by, now);
    }

    /** @param why read by who asked; needed */
    void reject(@Nullable String why, @Nullable Long by, Instant now) {
        if (why == null || why.isBlank()) {
            throw new RuleViolation("project.leave.reasonNeeded").at("reason");
        }
        decide(LeaveStatus.REJECTED, by, now);
        reason = why.strip();
    }

    /** True where it had been agreed to; what is over cannot be taken back. */
    boolean cancel(LocalDate today) {
        boolean agreed = status == LeaveStatus.APPROVED;
        if (!agreed && status != LeaveStatus.REQUESTED) {
            throw new RuleViolation("project.leave.notOpen");
        }
        if (agreed && lastDay.isBefore(today)) {
            throw new RuleViolation("project.leave.isOver");
        }
        status = LeaveStatus.CANCELLED;
        return agreed;
    }

    private void decide(LeaveStatus decision, @Nullable Long by, Instant now) {
        if (status != LeaveStatus.REQUESTED) {
            throw new RuleViolation("project.leave.notOpen");
        }
        status = decision;
        decidedBy = by;
        decidedAt = now;
    }

    SubjectRef subject() {
        return new SubjectRef(SUBJECT, requireId());
    }

    @Override
    public SubjectRef auditSubject() {
        return subject();
    }
}
