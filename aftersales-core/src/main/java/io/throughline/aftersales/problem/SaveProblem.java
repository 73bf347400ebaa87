package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.FixBy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is to be.
 *
 * @param description what recurs
 * @param deliverableId what of ours it recurs in
 * @param ownerId who looks into it
 * @param workaround what helps until it is fixed
 * @param fixReference number or address of the work order, change or project
 * @param tickets numbers of tickets to begin with; read for a new problem only
 * @param version seen; null for a new one
 */
public record SaveProblem(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String description,
        @Nullable FaultCause cause,
        @Nullable Long deliverableId,
        @Nullable Long ownerId,
        @Nullable @Size(max = 4000) String rootCause,
        @Nullable @Size(max = 4000) String workaround,
        @Nullable FixBy fixBy,
        @Nullable @Size(max = 200) String fixReference,
        @Nullable @Size(max = 4000) String plan,
        @Nullable LocalDate plannedFor,
        @Nullable @Size(max = 4000) String resolution,
        @Nullable Set<String> tickets,
        @Nullable Integer version) {

    public static SaveProblem of(
            String title,
            String description,
            @Nullable FaultCause cause,
            @Nullable Long deliverableId,
            Set<String> tickets) {
        return new SaveProblem(
                title,
                description,
                cause,
                deliverableId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                tickets,
                null);
    }

    /** The same, made from that version. */
    public SaveProblem seen(int seen) {
        return new SaveProblem(
                title,
                description,
                cause,
                deliverableId,
                ownerId,
                rootCause,
                workaround,
                fixBy,
                fixReference,
                plan,
                plannedFor,
                resolution,
                tickets,
                seen);
    }
}
