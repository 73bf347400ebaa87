package io.throughline.project.scope;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Describes a deliverable.
 *
 * @param version as the form was filled; null to skip the check
 * @param criteria under which conditions the customer accepts; needed before it is submitted
 */
public record SaveDeliverable(
        @Nullable Integer version,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 20000) String description,
        @Nullable @Size(max = 20000) String criteria,
        @Nullable Long ownerId,
        @Nullable LocalDate dueOn) {}
