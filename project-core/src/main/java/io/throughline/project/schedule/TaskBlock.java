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
import org.jspecify.annotations.Nullable;

/** A stretch of time in which a task could not go on. */
@Entity
@Getter
@Table(schema = "project", name = "task_block")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TaskBlock extends Aggregate implements Audited {

    private long taskId;
    private String reason;
    private Instant since;
    private @Nullable Instant until;

    TaskBlock(long taskId, String reason, Instant since) {
        this.taskId = taskId;
        this.reason = reason;
        this.since = since;
    }

    void end(Instant at) {
        until = at;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("TASK", taskId);
    }
}
