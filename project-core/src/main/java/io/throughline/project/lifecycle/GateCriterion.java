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

/** A criterion a person confirms. One without a name is the product's own and worded by its code. */
@Entity
@Getter
@Table(schema = "project", name = "gate_criterion")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class GateCriterion extends Aggregate {

    static final String OWN = "own-";

    private long projectId;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private String code;
    private @Nullable String name;
    private boolean met;
    private @Nullable Instant metAt;
    private @Nullable Long metBy;

    GateCriterion(long projectId, Phase phase, String code, @Nullable String name) {
        this.projectId = projectId;
        this.phase = phase;
        this.code = code;
        this.name = name;
    }

    /** The running number of one added by hand; 0 for the product's own. */
    int ownNumber() {
        return code.startsWith(OWN) ? Integer.parseInt(code.substring(OWN.length())) : 0;
    }

    void confirm(@Nullable Long by, Instant at) {
        met = true;
        metBy = by;
        metAt = at;
    }

    void withdraw() {
        met = false;
        metBy = null;
        metAt = null;
    }
}
