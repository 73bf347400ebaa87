package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statuses tickets can have: the built-in ones and those an administrator added. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(anyone = true)
public class TicketStatuses {

    private static final RowMapper<TicketStatus> STATUS = (row, n) -> new TicketStatus(
            row.getString("code"),
            StatusCategory.valueOf(row.getString("category")),
            row.getBoolean("built_in"),
            row.getString("name_zh"),
            row.getString("name_en"));

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Cached cache = new Cached(Instant.EPOCH, List.of());

    /** All statuses in use, in the order people see them; a new one is seen by every node within five seconds. */
    public List<TicketStatus> all() {
        var cached = cache;
        if (cached.read().plus(FRESH).isAfter(clock.instant())) {
            return cached.statuses();
        }
        var found = jdbc.sql("""
                        select code, category, built_in, name_zh, name_en
                          from aftersales.ticket_status
                         where active
                         order by position, code
                        """).query(STATUS).list();
        cache = new Cached(clock.instant(), List.copyOf(found));
        return found;
    }

    /** Throws {@link RuleViolation} at {@code status} for a code nobody knows. */
    public TicketStatus require(String code) {
        return all().stream().filter(status -> status.is(code)).findFirst().orElseThrow(() -> new RuleViolation(
                        "aftersales.ticket.unknownStatus", code)
                .at("status"));
    }

    private record Cached(Instant read, List<TicketStatus> statuses) {}
}
