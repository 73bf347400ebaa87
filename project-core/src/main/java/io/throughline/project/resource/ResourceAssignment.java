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
import org.jspecify.annotations.Nullable;

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
    private @Nullable Long bookedMinutes;

    ResourceAssignment(long projectId, long taskId, long resourceId, BigDecimal units, long workMinutes) {
        this.projectId = projectId;
        this.taskId = taskId;
        this.resourceId = resourceId;
        take(units, workMinutes, 0);
    }

    /** @param percent of the work that is done, as long as nobody booked hours on it */
    final void take(BigDecimal newUnits, long work, int percent) {
        if (newUnits.signum() < 0 || work < 0) {
            throw new RuleViolation("project.resource.negative").at("units");
        }
        long more = work - workMinutes;
        units = newUnits;
        workMinutes = work;
        if (bookedMinutes == null) {
            actualWorkMinutes = work * percent / 100;
            remainingWorkMinutes = work - actualWorkMinutes;
        } else {
            remainingWorkMinutes = Math.max(0, remainingWorkMinutes + more);
        }
    }

    /**
     * So much was really worked on it; the percentage no longer says anything about that.
     *
     * @param left what its person thinks is left; null where that is what the work leaves over
     */
    void book(long minutes, @Nullable Long left) {
        long over = bookedMinutes == null ? workMinutes - minutes : remainingWorkMinutes - (minutes - bookedMinutes);
        bookedMinutes = minutes;
        actualWorkMinutes = minutes;
        remainingWorkMinutes = left == null ? Math.max(0, over) : left;
    }

    /**
     * Somebody else does from now on what is left; hours that were booked stay with who worked them.
     *
     * @return the part of the other: this one, or a new one where some of it stays here
     */
    ResourceAssignment handTo(long resource) {
        if (bookedMinutes == null || bookedMinutes == 0) {
            resourceId = resource;
            return this;
        }
        var rest = new ResourceAssignment(projectId, taskId, resource, units, remainingWorkMinutes);
        stop();
        return rest;
    }

    /** Nobody does what is left. */
    void stop() {
        workMinutes = actualWorkMinutes;
        remainingWorkMinutes = 0;
    }

    /** Takes over what is left of another's part; that part keeps what was booked on it. */
    void takeOver(ResourceAssignment other) {
        workMinutes += other.remainingWorkMinutes;
        remainingWorkMinutes += other.remainingWorkMinutes;
        other.stop();
    }

    /** Whether it only tells what was worked, and nothing of it is left. */
    boolean isWorkedOff() {
        return isBooked() && remainingWorkMinutes == 0;
    }

    boolean isBooked() {
        return bookedMinutes != null && bookedMinutes > 0;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("TASK", taskId);
    }
}
