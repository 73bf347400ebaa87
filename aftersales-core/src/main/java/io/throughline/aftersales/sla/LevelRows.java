package io.throughline.aftersales.sla;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps in their table when levels of escalation come and which of them ran. */
@Component
@RequiredArgsConstructor
class LevelRows {

    private static final String PUT = """
            insert into aftersales.ticket_escalation (ticket_id, type, start_at, level, number, policy_version_id, due_at,
                   state, found_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (ticket_id, type, start_at, level) do update
               set number = excluded.number, policy_version_id = excluded.policy_version_id, due_at = excluded.due_at,
                   state = excluded.state, found_at = excluded.found_at
             where ticket_escalation.state <> 'RAN'
            """;

    private final JdbcTemplate jdbc;

    /** The levels of each ticket that has any, in the order in which they come. */
    Map<Long, List<StoredLevel>> of(Collection<Long> tickets) {
        var found = new HashMap<Long, List<StoredLevel>>();
        jdbc.query(
                "select * from aftersales.ticket_escalation where ticket_id = any (?) order by ticket_id, due_at, number",
                row -> {
                    var level = StoredLevel.of(row);
                    found.computeIfAbsent(level.ticket(), ticket -> new ArrayList<>())
                            .add(level);
                },
                (Object) tickets.toArray(Long[]::new));
        return found;
    }

    /** Up to {@code most} tickets behind this one that have a level whose time has come. */
    List<Long> due(Instant now, long after, int most) {
        return jdbc.queryForList("""
                        select distinct ticket_id from aftersales.ticket_escalation
                         where state = 'WAITING' and due_at <= ? and ticket_id > ?
                         order by ticket_id
                         limit ?
                        """, Long.class, Timestamp.from(now), after, most);
    }

    /** One that ran stays as it is. */
    void put(List<StoredLevel> levels) {
        if (!levels.isEmpty()) {
            jdbc.batchUpdate(PUT, levels.stream().map(LevelRows::values).toList());
        }
    }

    void delete(List<StoredLevel> waiting) {
        if (!waiting.isEmpty()) {
            jdbc.batchUpdate(
                    "delete from aftersales.ticket_escalation where ticket_id = ? and type = ? and start_at = ?"
                            + " and level = ? and state = 'WAITING'",
                    waiting.stream()
                            .map(level -> new Object[] {
                                level.ticket(),
                                level.clock().type().name(),
                                time(level.clock().start()),
                                level.said()
                            })
                            .toList());
        }
    }

    private static Object[] values(StoredLevel level) {
        return new Object[] {
            level.ticket(),
            level.clock().type().name(),
            time(level.clock().start()),
            level.said(),
            level.number(),
            level.policyVersion(),
            time(level.due()),
            level.state().name(),
            time(level.found())
        };
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
