package io.throughline.project.scope;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The customer's word on a submitted deliverable.
 *
 * @param decision one of the two acceptances, or rejected
 * @param text the conditions or the reason; not needed for a plain acceptance
 * @param signedName typed by the contact in place of a signature
 */
public record DecideDeliverable(
        @NotNull DeliverableStatus decision,
        @Nullable @Size(max = 2000) String text,
        @NotBlank @Size(max = 80) String signedName) {}
