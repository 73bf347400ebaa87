package io.throughline.aftersales.sla;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The terms of a policy from a moment on, never changed afterwards. */
@Entity
@Getter
@Table(schema = "aftersales", name = "sla_policy_version")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SlaPolicyVersion extends Aggregate {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "policy_id")
    private SlaPolicy policy;

    private int number;
    private Instant validFrom;
    private String terms;

    SlaPolicyVersion(SlaPolicy policy, int number, String terms, Instant validFrom) {
        this.policy = policy;
        this.number = number;
        this.terms = terms;
        this.validFrom = validFrom;
    }
}
