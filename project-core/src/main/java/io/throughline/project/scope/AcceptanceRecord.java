package io.throughline.project.scope;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
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

/** One round between handing a deliverable over and the customer's signed word on it. */
@Entity
@Getter
@Table(schema = "project", name = "acceptance_record")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class AcceptanceRecord extends Aggregate implements Audited {

    private long deliverableId;
    private int round;
    private Instant submittedAt;
    private @Nullable Long submittedBy;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private @Nullable DeliverableStatus decision;

    private @Nullable String reason;
    private @Nullable String conditions;
    private @Nullable Long contactId;
    private @Nullable String signedName;
    private @Nullable String contentHash;
    private @Nullable Instant decidedAt;

    AcceptanceRecord(long deliverableId, int round, @Nullable Long by, @Nullable String note, Instant now) {
        this.deliverableId = deliverableId;
        this.round = round;
        this.submittedBy = by;
        this.note = note == null || note.isBlank() ? null : note.strip();
        this.submittedAt = now;
    }

    /** @param hash SHA-256 of what was shown when the contact signed */
    void sign(DeliverableStatus word, @Nullable String text, long contact, String name, String hash, Instant now) {
        decision = word;
        conditions = word == DeliverableStatus.ACCEPTED_WITH_CONDITIONS ? text : null;
        reason = word == DeliverableStatus.REJECTED ? text : null;
        contactId = contact;
        signedName = name;
        contentHash = hash;
        decidedAt = now;
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("DELIVERABLE", deliverableId);
    }
}
