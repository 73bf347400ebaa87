package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** An approved plan, frozen for comparison; R0 is the first, the highest number the latest. */
@Entity
@Getter
@Table(schema = "project", name = "baseline")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Baseline extends Aggregate implements Audited {

    private long projectId;
    private int number;
    private String name;
    private Instant takenAt;
    private int taskCount;
    private long effortMinutes;

    Baseline(long projectId, int number, Instant takenAt) {
        this.projectId = projectId;
        this.number = number;
        this.name = "R" + number;
        this.takenAt = takenAt;
    }

    void holds(int tasks, long effort) {
        taskCount = tasks;
        effortMinutes = effort;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("PROJECT", projectId);
    }
}
