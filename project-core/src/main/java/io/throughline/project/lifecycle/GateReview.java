package io.throughline.project.lifecycle;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "project", name = "gate_review")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class GateReview extends Aggregate {

    private long projectId;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private int attempt;

    @Enumerated(EnumType.STRING)
    private GateDecision decision;

    private @Nullable String comment;
    private int criteriaTotal;
    private int criteriaMet;
    private int waivers;
    private @Nullable Long decidedBy;
    private Instant decidedAt;

    GateReview(
            long projectId,
            int attempt,
            GateSheet sheet,
            GateDecision decision,
            @Nullable String comment,
            @Nullable Long by,
            Instant at) {
        this.projectId = projectId;
        this.phase = sheet.phase();
        this.attempt = attempt;
        this.decision = decision;
        this.comment = comment == null || comment.isBlank() ? null : comment.strip();
        this.criteriaTotal = sheet.criteria().size();
        this.criteriaMet = (int) sheet.met();
        this.waivers = (int) sheet.waived();
        this.decidedBy = by;
        this.decidedAt = at;
    }
}
