package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.StoredClock.Key;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of each open clock that was recomputed its old due, its new due and the cause (service rule 7). */
@Component
@RequiredArgsConstructor
class ClockAudit {

    private static final String TABLE = "aftersales.ticket_clock";

    private final Audit audit;

    void moved(long ticket, Map<Key, StoredClock> before, Map<Key, StoredClock> after, String cause) {
        var lines = new ArrayList<Audit.Versioned>();
        before.forEach((key, was) -> {
            var is = after.get(key);
            if (was.isOwed()) {
                add(
                        lines,
                        ticket,
                        key,
                        was.reading().due(),
                        is == null ? null : is.reading().due());
            }
        });
        after.forEach((key, is) -> {
            if (is.isOwed() && !before.containsKey(key)) {
                add(lines, ticket, key, null, is.reading().due());
            }
        });
        if (!lines.isEmpty()) {
            audit.record(CurrentActor.get().orElseGet(() -> Viewer.system("sla")), cause, lines);
        }
    }

    private static void add(
            List<Audit.Versioned> lines, long ticket, Key key, @Nullable Instant was, @Nullable Instant is) {
        if (!Objects.equals(was, is)) {
            lines.add(new Audit.Versioned(
                    AuditRecord.change(
                            TicketSubject.of(new TicketId(ticket)),
                            TABLE,
                            key.type().name(),
                            text(was),
                            text(is)),
                    null));
        }
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
