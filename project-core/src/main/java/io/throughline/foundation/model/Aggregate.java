package io.throughline.foundation.model;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/**
 * A record with identity, version and the names of those who made and last changed it.
 *
 * <p>Ids come from one sequence for all aggregates, in steps of fifty, so an id never names two records. Saving through
 * the repository publishes the registered events.
 */
@Getter
@MappedSuperclass
@EntityListeners(AuditingEntityListener.class)
public abstract class Aggregate extends AbstractAggregateRoot<Aggregate> {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", schema = "foundation", sequenceName = "id_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    @CreatedDate
    private @Nullable Instant createdAt;

    @CreatedBy
    private @Nullable Long createdBy;

    @LastModifiedDate
    private @Nullable Instant changedAt;

    @LastModifiedBy
    private @Nullable Long changedBy;

    /** The id of a record that has been saved; asking an unsaved one is a bug. */
    public long requireId() {
        if (id == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " has not been saved yet");
        }
        return id;
    }

    /** Refuses the change when the form was filled from an older version than the stored one. */
    public void requireVersion(@Nullable Integer seen) {
        if (seen != null && seen != version) {
            throw new StaleVersion(seen, version);
        }
    }
}
