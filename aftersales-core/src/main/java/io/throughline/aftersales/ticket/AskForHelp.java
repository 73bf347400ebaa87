package io.throughline.aftersales.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A customer's contact asks for help.
 *
 * @param kind {@code DIAGNOSIS} where none is chosen
 * @param urgency medium where none is chosen
 * @param requestKey the same key opens one ticket, however often the form is sent
 */
public record AskForHelp(
        @Nullable TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 65536) String body,
        @Nullable Level urgency,
        @Nullable @Size(max = 80) String requestKey) {}
