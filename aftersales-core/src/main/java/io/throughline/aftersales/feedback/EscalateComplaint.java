package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The complainant went to somebody outside.
 *
 * @param outsideBody for example a consumers' association or a court
 * @param reference the body's file number
 * @param day since when
 */
public record EscalateComplaint(
        @NotBlank @Size(max = 200) String outsideBody,
        @Nullable @Size(max = 100) String reference,
        @NotNull @Nullable LocalDate day) {}
