package io.throughline.project.lifecycle;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
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
@Table(schema = "project", name = "gate_waiver")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class GateWaiver extends Aggregate {

    static final int SHORTEST_REASON = 10;

    private long projectId;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private String criterion;
    private String reason;

    @Enumerated(EnumType.STRING)
    private WaiverStatus status;

    private @Nullable Long decidedBy;
    private @Nullable Instant decidedAt;

    GateWaiver(long projectId, Phase phase, String criterion, String reason) {
        this.projectId = projectId;
        this.phase = phase;
        this.criterion = criterion;
        this.status = WaiverStatus.REQUESTED;
        this.reason = worded(reason);
    }

    void askAgain(String newReason) {
        if (status == WaiverStatus.GRANTED) {
            throw new RuleViolation("project.gate.alreadyWaived");
        }
        reason = worded(newReason);
        status = WaiverStatus.REQUESTED;
        decidedBy = null;
        decidedAt = null;
    }

    void grant(@Nullable Long by, Instant at) {
        decide(WaiverStatus.GRANTED, by, at);
    }

    void refuse(@Nullable Long by, Instant at) {
        decide(WaiverStatus.REFUSED, by, at);
    }

    private void decide(WaiverStatus decision, @Nullable Long by, Instant at) {
        if (status != WaiverStatus.REQUESTED) {
            throw new RuleViolation("project.gate.waiverDecided");
        }
        status = decision;
        decidedBy = by;
        decidedAt = at;
    }

    private static String worded(String text) {
        var reason = text.strip();
        if (reason.length() < SHORTEST_REASON) {
            throw new RuleViolation("project.gate.reasonTooShort", SHORTEST_REASON).at("reason");
        }
        return reason;
    }
}
