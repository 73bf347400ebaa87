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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A what-if draft of a plan, merged once or discarded; what it changes is kept by {@link DraftStore}. */
@Entity
@Getter
@Table(schema = "project", name = "plan_draft")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class PlanDraft extends Aggregate implements Audited {

    private long projectId;
    private int number;
    private String name;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private DraftState state;

    private @Nullable Long decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable Long changeId;
    private @Nullable Long jobId;

    PlanDraft(long projectId, int number, String name, @Nullable String note) {
        this.projectId = projectId;
        this.number = number;
        this.state = DraftState.OPEN;
        rename(name, note);
    }

    final void rename(String newName, @Nullable String newNote) {
        requireOpen();
        if (newName.isBlank()) {
            throw new RuleViolation("project.draft.nameNeeded").at("name");
        }
        name = newName.strip();
        note = newNote == null || newNote.isBlank() ? null : newNote.strip();
    }

    void leveledBy(long job) {
        requireOpen();
        jobId = job;
    }

    /** @param change of the plan that can be taken back; null where nothing changed */
    void merge(@Nullable Long change, @Nullable Long by, Instant at) {
        decide(DraftState.MERGED, by, at);
        changeId = change;
    }

    void discard(@Nullable Long by, Instant at) {
        decide(DraftState.DISCARDED, by, at);
    }

    void requireOpen() {
        if (state != DraftState.OPEN) {
            throw new RuleViolation("project.draft.is" + state);
        }
    }

    private void decide(DraftState decision, @Nullable Long by, Instant at) {
        requireOpen();
        state = decision;
        decidedBy = by;
        decidedAt = at;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("PROJECT", projectId);
    }
}
