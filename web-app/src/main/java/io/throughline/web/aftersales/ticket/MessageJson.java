package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketEntry;
import io.throughline.aftersales.ticket.Visibility;
import java.time.Instant;
import java.util.List;

/** A message as programs see it; the body is Markdown. */
record MessageJson(
        long id,
        Visibility visibility,
        String author,
        boolean fromCustomer,
        String body,
        Instant at,
        List<String> mailedTo,
        List<TicketEntry.MessageFile> files) {

    static MessageJson of(TicketEntry entry) {
        return new MessageJson(
                entry.id(),
                entry.internal() ? Visibility.INTERNAL : Visibility.PUBLIC,
                entry.author(),
                entry.fromCustomer(),
                String.valueOf(entry.body()),
                entry.at(),
                entry.mailedTo(),
                entry.files());
    }
}
