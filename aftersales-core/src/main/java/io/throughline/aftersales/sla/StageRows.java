package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.StageTimes;
import io.throughline.aftersales.sla.clock.StageTimes.Reply;
import io.throughline.aftersales.sla.clock.StageTimes.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps stage times and replies in their tables; what says the same is not written again. */
@Component
@RequiredArgsConstructor
class StageRows {

    private static final String PUT = """
            insert into aftersales.ticket_time as k (ticket_id, policy_version_id, customer_calendar_id, calendar_as_of,
                   acknowledged_at, acknowledged_s, answered_at, answered_s, restored_at, restored_s, resolved_at,
                   resolved_s, gross_s, third_party_s, waited_s)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (ticket_id) do update
               set policy_version_id = excluded.policy_version_id, customer_calendar_id = excluded.customer_calendar_id,
                   calendar_as_of = excluded.calendar_as_of, acknowledged_at = excluded.acknowledged_at,
                   acknowledged_s = excluded.acknowledged_s, answered_at = excluded.answered_at,
                   answered_s = excluded.answered_s, restored_at = excluded.restored_at, restored_s = excluded.restored_s,
                   resolved_at = excluded.resolved_at, resolved_s = excluded.resolved_s, gross_s = excluded.gross_s,
                   third_party_s = excluded.third_party_s, waited_s = excluded.waited_s
             where (k.policy_version_id, k.customer_calendar_id, k.acknowledged_at, k.acknowledged_s, k.answered_at,
                    k.answered_s, k.restored_at, k.restored_s, k.resolved_at, k.resolved_s, k.gross_s, k.third_party_s,
                    k.waited_s)
                   is distinct from
                   (excluded.policy_version_id, excluded.customer_calendar_id, excluded.acknowledged_at,
                    excluded.acknowledged_s, excluded.answered_at, excluded.answered_s, excluded.restored_at,
                    excluded.restored_s, excluded.resolved_at, excluded.resolved_s, excluded.gross_s,
                    excluded.third_party_s, excluded.waited_s)
            """;

    private static final String REPLIES = """
            with told as (
                select * from unnest(?, cast(? as timestamptz[]), cast(? as timestamptz[]), ?)
                           as n(ticket_id, asked_at, answered_at, working_s)),
            gone as (
                delete from aftersales.ticket_reply r
                 where r.ticket_id = any (?)
                   and not exists (select 1 from told n where n.ticket_id = r.ticket_id and n.asked_at = r.asked_at))
            insert into aftersales.ticket_reply as k (ticket_id, asked_at, answered_at, working_s)
            select ticket_id, asked_at, answered_at, working_s from told
            on conflict (ticket_id, asked_at) do update
               set answered_at = excluded.answered_at, working_s = excluded.working_s
             where (k.answered_at, k.working_s) is distinct from (excluded.answered_at, excluded.working_s)
            """;

    private final JdbcTemplate jdbc;

    void put(Collection<StoredStages> stages) {
        if (stages.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(PUT, stages.stream().map(StageRows::values).toList());
        var tickets = new ArrayList<Long>();
        var replies = new ArrayList<Reply>();
        for (var each : stages) {
            for (var reply : each.times().replies()) {
                tickets.add(each.ticket());
                replies.add(reply);
            }
        }
        jdbc.update(
                REPLIES,
                tickets.toArray(Long[]::new),
                replies.stream().map(reply -> reply.asked().toString()).toArray(String[]::new),
                replies.stream().map(reply -> reply.answered().toString()).toArray(String[]::new),
                replies.stream().map(reply -> seconds(reply.working())).toArray(Integer[]::new),
                stages.stream().map(StoredStages::ticket).toArray(Long[]::new));
    }

    /** By ticket; one without a row is not in it. */
    Map<Long, StoredStages> of(Collection<Long> tickets) {
        var ids = tickets.toArray(Long[]::new);
        var replies = new HashMap<Long, List<Reply>>();
        jdbc.query(
                "select * from aftersales.ticket_reply where ticket_id = any (?) order by ticket_id, asked_at",
                row -> {
                    replies.computeIfAbsent(row.getLong("ticket_id"), ticket -> new ArrayList<>())
                            .add(new Reply(
                                    row.getTimestamp("asked_at").toInstant(),
                                    row.getTimestamp("answered_at").toInstant(),
                                    Duration.ofSeconds(row.getInt("working_s"))));
                },
                (Object) ids);
        return jdbc
                .query(
                        "select * from aftersales.ticket_time where ticket_id = any (?)",
                        (row, n) -> stored(row, replies),
                        (Object) ids)
                .stream()
                .collect(Collectors.toMap(StoredStages::ticket, stages -> stages));
    }

    Set<Long> versions(Collection<StoredStages> stages) {
        return stages.stream()
                .map(StoredStages::policyVersion)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static StoredStages stored(ResultSet row, Map<Long, List<Reply>> replies) throws SQLException {
        return new StoredStages(
                row.getLong("ticket_id"),
                row.getObject("policy_version_id", Long.class),
                row.getObject("customer_calendar_id", Long.class),
                row.getTimestamp("calendar_as_of").toInstant(),
                new StageTimes(
                        stage(row, "acknowledged"),
                        stage(row, "answered"),
                        stage(row, "restored"),
                        stage(row, "resolved"),
                        Duration.ofSeconds(row.getInt("gross_s")),
                        Duration.ofSeconds(row.getInt("third_party_s")),
                        Duration.ofSeconds(row.getInt("waited_s")),
                        replies.getOrDefault(row.getLong("ticket_id"), List.of())));
    }

    private static @Nullable Stage stage(ResultSet row, String name) throws SQLException {
        var at = row.getTimestamp(name + "_at");
        return at == null ? null : new Stage(at.toInstant(), Duration.ofSeconds(row.getInt(name + "_s")));
    }

    private static @Nullable Object[] values(StoredStages stages) {
        var times = stages.times();
        boolean rests = times.resolved() != null;
        return new @Nullable Object[] {
            stages.ticket(),
            stages.policyVersion(),
            stages.customerCalendar(),
            Timestamp.from(stages.calendarAsOf()),
            at(times.acknowledged()),
            working(times.acknowledged()),
            at(times.answered()),
            working(times.answered()),
            at(times.restored()),
            working(times.restored()),
            at(times.resolved()),
            working(times.resolved()),
            rests ? seconds(times.gross()) : null,
            rests ? seconds(times.thirdParty()) : null,
            rests ? seconds(times.waited()) : null
        };
    }

    private static @Nullable Timestamp at(@Nullable Stage stage) {
        return stage == null ? null : Timestamp.from(stage.at());
    }

    private static @Nullable Integer working(@Nullable Stage stage) {
        return stage == null ? null : seconds(stage.working());
    }

    private static Integer seconds(Duration time) {
        return (int) time.toSeconds();
    }
}
