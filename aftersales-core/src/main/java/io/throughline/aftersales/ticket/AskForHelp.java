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
 * @param product what stands on the product it is about, see {@code ProductOrigins#named}; blank where it is about none
 * @param complaint whether it is one; then it is feedback, whatever kind was chosen
 */
public record AskForHelp(
        @Nullable TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 65536) String body,
        @Nullable Level urgency,
        @Nullable @Size(max = 80) String requestKey,
        @Nullable @Size(max = 80) String product,
        @Nullable Boolean complaint) {

    /** Anything but a complaint, about no product. */
    public AskForHelp(
            @Nullable TicketKind kind,
            String subject,
            String body,
            @Nullable Level urgency,
            @Nullable String requestKey) {
        this(kind, subject, body, urgency, requestKey, null, false);
    }

    boolean complains() {
        return Boolean.TRUE.equals(complaint);
    }

    TicketKind kindOfTicket() {
        return complains() ? TicketKind.FEEDBACK : kind == null ? TicketKind.DIAGNOSIS : kind;
    }
}
