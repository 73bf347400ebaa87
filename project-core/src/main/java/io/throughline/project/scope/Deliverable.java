package io.throughline.project.scope;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectId;
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

@Entity
@Getter
@Table(schema = "project", name = "deliverable")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Deliverable extends Aggregate {

    private long projectId;
    private int number;
    private String name;
    private @Nullable String description;
    private @Nullable String criteria;

    @Enumerated(EnumType.STRING)
    private DeliverableStatus status;

    private @Nullable Long ownerId;
    private @Nullable LocalDate dueOn;
    private int round;
    private @Nullable Instant submittedAt;
    private @Nullable Instant decidedAt;
    private @Nullable LocalDate acceptedOn;
    private @Nullable Instant deletedAt;

    Deliverable(ProjectId project, int number, String name) {
        this.projectId = project.value();
        this.number = number;
        this.name = name.strip();
        this.status = DeliverableStatus.DRAFT;
    }

    /** What was accepted stays as it was; before that everything may be reworded. */
    void describe(SaveDeliverable command) {
        if (status.isAccepted() || status == DeliverableStatus.SUBMITTED) {
            throw new RuleViolation("project.scope.fixed");
        }
        name = command.name().strip();
        description = command.description();
        criteria = command.criteria() == null || command.criteria().isBlank()
                ? null
                : command.criteria().strip();
        ownerId = command.ownerId();
        dueOn = command.dueOn();
    }

    /** Its words from a template. */
    void plant(@Nullable String text, @Nullable String wantedCriteria, @Nullable LocalDate due, @Nullable Long owner) {
        description = text;
        criteria = wantedCriteria;
        dueOn = due;
        ownerId = owner;
    }

    /** Hands it to the customer: a new round begins. */
    AcceptanceRecord submit(@Nullable Long by, @Nullable String note, Instant now) {
        if (status == DeliverableStatus.SUBMITTED || status.isAccepted()) {
            throw new RuleViolation("project.scope.alreadySubmitted");
        }
        if (criteria == null) {
            throw new RuleViolation("project.scope.criteriaNeeded").at("criteria");
        }
        status = DeliverableStatus.SUBMITTED;
        submittedAt = now;
        decidedAt = null;
        round++;
        return new AcceptanceRecord(requireId(), round, by, note, now);
    }

    /** Takes it back before the customer has decided. */
    void withdraw() {
        requireSubmitted();
        status = round == 1 ? DeliverableStatus.DRAFT : DeliverableStatus.REJECTED;
    }

    void decide(DeliverableStatus decision, Instant now, LocalDate today) {
        requireSubmitted();
        status = decision;
        decidedAt = now;
        acceptedOn = decision.isAccepted() ? today : null;
        var id = new DeliverableId(requireId());
        var project = new ProjectId(projectId);
        registerEvent(
                decision.isAccepted()
                        ? new DeliverableAccepted(id, project, round, decision, now)
                        : new DeliverableRejected(id, project, round, now));
    }

    void delete(Instant now) {
        if (status != DeliverableStatus.DRAFT || round > 0) {
            throw new RuleViolation("project.scope.deleteDraftOnly");
        }
        deletedAt = now;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    private void requireSubmitted() {
        if (status != DeliverableStatus.SUBMITTED) {
            throw new RuleViolation("project.scope.notSubmitted");
        }
    }
}
