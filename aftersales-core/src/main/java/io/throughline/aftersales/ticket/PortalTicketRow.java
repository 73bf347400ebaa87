package io.throughline.aftersales.ticket;

import java.time.Instant;

/** A ticket as its customer sees it in a list: nothing of our hands, tags and priorities. */
public record PortalTicketRow(
        String number,
        TicketKind kind,
        TicketStatus status,
        String subject,
        String requester,
        Instant openedAt,
        Instant activeAt,
        long id) {}
