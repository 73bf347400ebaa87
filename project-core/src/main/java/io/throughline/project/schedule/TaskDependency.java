package io.throughline.project.schedule;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

@Entity
@Getter
@Table(schema = "project", name = "task_dependency")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TaskDependency extends Aggregate implements Audited {

    private long projectId;
    private long predecessorId;
    private long successorId;

    @Enumerated(EnumType.STRING)
    private DependencyType type;

    private long lagMinutes;

    @Enumerated(EnumType.STRING)
    private LagUnit lagUnit;

    TaskDependency(long projectId, long predecessorId, long successorId) {
        this.projectId = projectId;
        this.predecessorId = predecessorId;
        this.successorId = successorId;
        drive(DependencyType.FINISH_TO_START, 0, LagUnit.WORKING);
    }

    final void drive(DependencyType newType, long lag, LagUnit unit) {
        type = newType;
        lagMinutes = lag;
        lagUnit = unit;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("TASK", successorId);
    }
}
