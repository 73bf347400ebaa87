package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A plan frozen for comparison; once approved R0 is the first, R1 … those after it. */
@Entity
@Getter
@Table(schema = "project", name = "baseline")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Baseline extends Aggregate implements Audited {

    /**
     * Number of the baseline that a plan is held against: the latest. Those that came with a file were taken together; of
     * them it is R0, the file's own.
     */
    static final String COUNTS = """
            select c.number from project.baseline c where c.project_id = %s and c.number is not null
             order by c.taken_at desc, c.number limit 1""";

    private long projectId;
    private @Nullable Integer number;
    private String name;

    @Enumerated(EnumType.STRING)
    private BaselineStatus status;

    private @Nullable String note;
    private Instant takenAt;
    private int taskCount;
    private long effortMinutes;
    private @Nullable LocalDateTime plannedStart;
    private @Nullable LocalDateTime plannedFinish;
    private @Nullable Long decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String reason;

    Baseline(long projectId, @Nullable String note, Instant takenAt) {
        this.projectId = projectId;
        this.name = "";
        this.status = BaselineStatus.PROPOSED;
        this.note = note == null || note.isBlank() ? null : note.strip();
        this.takenAt = takenAt;
    }

    void holds(Frozen tasks) {
        taskCount = tasks.tasks();
        effortMinutes = tasks.effortMinutes();
        plannedStart = tasks.start();
        plannedFinish = tasks.finish();
    }

    void approve(int next, @Nullable Long by, Instant at) {
        decide(BaselineStatus.APPROVED, by, at);
        number = next;
        name = "R" + next;
    }

    void refuse(@Nullable String why, @Nullable Long by, Instant at) {
        if (why == null || why.isBlank()) {
            throw new RuleViolation("project.schedule.baseline.reasonNeeded").at("reason");
        }
        decide(BaselineStatus.REJECTED, by, at);
        reason = why.strip();
    }

    private void decide(BaselineStatus decision, @Nullable Long by, Instant at) {
        status = decision;
        decidedBy = by;
        decidedAt = at;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("PROJECT", projectId);
    }

    /** What a baseline holds, in short. */
    record Frozen(
            int tasks,
            long effortMinutes,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish) {}
}
