package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mark on a diagnosis that a workaround helps the customer; it stops the restore clock, not fix. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/workaround")
@RequiredArgsConstructor
class TicketWorkaroundApi {

    private final Tickets tickets;
    private final TicketDetailQueries queries;

    /** @param workaroundAt since when it helps; null for not */
    record Workaround(String number, @Nullable Instant workaroundAt) {}

    /** Once more it stays with the first time. */
    @PutMapping
    Workaround give(Viewer viewer, @PathVariable String number) {
        return mark(viewer, number, true);
    }

    @DeleteMapping
    Workaround takeBack(Viewer viewer, @PathVariable String number) {
        return mark(viewer, number, false);
    }

    private Workaround mark(Viewer viewer, String number, boolean given) {
        tickets.workAround(viewer, number, given);
        var ticket = queries.detail(viewer, number);
        return new Workaround(ticket.number(), ticket.workaroundAt());
    }
}
