package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The initial assessment (ISO 10002, 7.4).
 *
 * @param safety whether somebody may be hurt, so that something must be done at once
 * @param wanted what the complainant wants to happen
 * @param causedById a colleague the complaint is about; he or she may not investigate it
 */
public record AssessComplaint(
        @NotNull @Nullable Level severity,
        @NotNull @Nullable Level complexity,
        @NotNull @Nullable Level impact,
        @Nullable Boolean safety,
        @NotBlank @Size(max = 2000) String wanted,
        @Nullable Long causedById) {}
