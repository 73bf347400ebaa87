package io.throughline.project.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deliverable with its rounds of acceptance, the latest first. */
public record DeliverableRow(
        long id,
        int number,
        int version,
        String name,
        @Nullable String description,
        @Nullable String criteria,
        DeliverableStatus status,
        @Nullable Long ownerId,
        @Nullable String ownerName,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate acceptedOn,
        List<Round> rounds) {

    public DeliverableRow {
        rounds = List.copyOf(rounds);
    }

    public boolean isSubmitted() {
        return status == DeliverableStatus.SUBMITTED;
    }

    /** What the customer said last; null before the first word. */
    public @Nullable Round lastWord() {
        return rounds.stream()
                .filter(round -> round.decision() != null)
                .findFirst()
                .orElse(null);
    }

    /** Submitted and, perhaps, decided. */
    public record Round(
            int round,
            Instant submittedAt,
            @Nullable String note,
            @Nullable DeliverableStatus decision,
            @Nullable String text,
            @Nullable String signedName,
            @Nullable Instant decidedAt) {}
}
