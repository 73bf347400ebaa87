package io.throughline.project.resource;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.project.schedule.TaskPart;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A resource on a task, with a share of its time and the work that makes. */
@Entity
@Getter
@Table(schema = "project", name = "resource_assignment")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ResourceAssignment extends Aggregate implements TaskPart, Audited {

    private long projectId;
    private long taskId;
    private long resourceId;
    private BigDecimal units;
    private long workMinutes;
    private long actualWorkMinutes;
    private long remainingWorkMinutes;

    ResourceAssignment(long projectId, long taskId, long resourceId, BigDecimal units, long workMinutes) {
        this.projectId = projectId;
        this.taskId = taskId;
        this.resourceId = resourceId;
        take(units, workMinutes, 0);
    }

    /** @param percent of the work that is done */
    final void take(BigDecimal newUnits, long work, int percent) {
        if (newUnits.signum() < 0 || work < 0) {
            throw new RuleViolation("project.resource.negative").at("units");
        }
        units = newUnits;
        workMinutes = work;
        actualWorkMinutes = work * percent / 100;
        remainingWorkMinutes = work - actualWorkMinutes;
    }

    /** Somebody else does it from now on. */
    void handTo(long resource) {
        resourceId = resource;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("TASK", taskId);
    }
}
