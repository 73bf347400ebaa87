package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDateTime;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** How far a task has come: its status and percent, when work began and ended, and when each was reported. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TaskState {

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    private int percentComplete;
    private @Nullable LocalDateTime actualStart;
    private @Nullable LocalDateTime actualFinish;
    private @Nullable Instant startedAt;
    private @Nullable Instant doneAt;

    static TaskState notStarted() {
        var state = new TaskState();
        state.status = TaskStatus.NOT_STARTED;
        return state;
    }

    /** @param percent 0 to 99; a hundred is {@link #complete} */
    void report(int percent, LocalDateTime local, Instant now) {
        percentComplete = percent;
        actualFinish = null;
        doneAt = null;
        if (percent > 0 && actualStart == null) {
            actualStart = local;
        }
        if (percent > 0 || status == TaskStatus.IN_PROGRESS) {
            markStarted(now);
        }
        status = percent > 0 || actualStart != null ? TaskStatus.IN_PROGRESS : TaskStatus.NOT_STARTED;
    }

    void start(LocalDateTime local, Instant now) {
        refuseDone();
        status = TaskStatus.IN_PROGRESS;
        actualStart = actualStart == null ? local : actualStart;
        markStarted(now);
    }

    /** Corrects when work began. */
    void began(LocalDateTime start) {
        actualStart = start;
    }

    /** @param begun when it began if nobody has reported that; a milestone begins where it ends */
    void complete(LocalDateTime finish, @Nullable LocalDateTime begun, LocalDateTime local, Instant now) {
        refuseDone();
        if (finish.toLocalDate().isAfter(local.toLocalDate())) {
            throw new RuleViolation("project.schedule.doneInFuture").at("finish");
        }
        var start = actualStart == null ? begun : actualStart;
        actualStart = start == null || start.isAfter(finish) ? finish : start;
        actualFinish = finish;
        percentComplete = 100;
        status = TaskStatus.DONE;
        markStarted(now);
        doneAt = now;
    }

    /** @param atOnce a milestone: what is undone was then never begun */
    void reopen(boolean atOnce) {
        if (status != TaskStatus.DONE) {
            throw new RuleViolation("project.schedule.notDone");
        }
        actualFinish = null;
        doneAt = null;
        percentComplete = 0;
        status = atOnce ? TaskStatus.NOT_STARTED : TaskStatus.IN_PROGRESS;
        actualStart = atOnce ? null : actualStart;
    }

    void unstart() {
        status = TaskStatus.NOT_STARTED;
        percentComplete = 0;
        actualStart = null;
        actualFinish = null;
        startedAt = null;
        doneAt = null;
    }

    void cancel() {
        requireOpen("project.schedule.cancelOpenOnly");
        status = TaskStatus.CANCELLED;
    }

    void restore() {
        if (status != TaskStatus.CANCELLED) {
            throw new RuleViolation("project.schedule.notCancelled");
        }
        status = actualStart == null ? TaskStatus.NOT_STARTED : TaskStatus.IN_PROGRESS;
    }

    void requireOpen(String otherwise) {
        if (!status.isOpen()) {
            throw new RuleViolation(otherwise);
        }
    }

    void refuseCancelled() {
        if (status == TaskStatus.CANCELLED) {
            throw new RuleViolation("project.schedule.isCancelled");
        }
    }

    private void refuseDone() {
        if (status == TaskStatus.DONE) {
            throw new RuleViolation("project.schedule.alreadyDone");
        }
    }

    private void markStarted(Instant now) {
        startedAt = startedAt == null ? now : startedAt;
    }
}
