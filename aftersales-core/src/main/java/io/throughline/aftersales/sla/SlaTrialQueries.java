package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what trials of other terms came to: numbers by clock, and the list behind each. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SlaTrialQueries {

    private static final String TRIALS = """
            select r.*, p.name_zh as policy_zh, p.name_en as policy_en, w.name_zh as calendar_zh, w.name_en as calendar_en
              from aftersales.sla_trial r
              left join aftersales.sla_policy p on p.id = r.policy_id
              left join foundation.work_calendar w on w.id = r.calendar_id
            """;

    private final JdbcClient jdbc;

    /**
     * A trial.
     *
     * @param tickets how many were counted; null while it runs
     */
    public record Trial(
            long id,
            LocalDate from,
            LocalDate until,
            @Nullable String policyZh,
            @Nullable String policyEn,
            @Nullable String calendarZh,
            @Nullable String calendarEn,
            @Nullable Integer tickets,
            Instant startedAt,
            String by) {}

    /** How many clocks of a type ended so, and would have ended so. */
    public record Move(ClockType type, ClockOutcome was, ClockOutcome becomes, int clocks) {}

    /** One clock of one ticket, as it was and as it would have been. */
    public record Compared(
            long id,
            String ticket,
            ClockType type,
            Instant start,
            ClockOutcome was,
            @Nullable Instant wasDue,
            ClockOutcome becomes,
            @Nullable Instant becomesDue) {}

    /** Newest first; at most twenty are kept. */
    public List<Trial> list(Viewer viewer) {
        return jdbc.sql(TRIALS + " order by r.id desc limit 20")
                .query((row, n) -> trial(row))
                .list();
    }

    /** Throws {@link NotFound} for one that is not kept any more. */
    public Trial require(Viewer viewer, long id) {
        return jdbc.sql(TRIALS + " where r.id = ?")
                .param(id)
                .query((row, n) -> trial(row))
                .optional()
                .orElseThrow(() -> new NotFound("sla-trial", id));
    }

    public List<Move> moves(Viewer viewer, long trial) {
        return jdbc.sql("""
                        select type, was, becomes, count(*) as clocks
                          from aftersales.sla_trial_clock
                         where trial_id = ?
                         group by type, was, becomes
                         order by type, was, becomes
                        """).param(trial).query(Move.class).list();
    }

    /** The clocks behind a number; what is null does not narrow. */
    public Page<Compared> clocks(
            Viewer viewer,
            long trial,
            @Nullable ClockType type,
            @Nullable ClockOutcome was,
            @Nullable ClockOutcome becomes,
            PageRequest page) {
        var cursor = page.cursor();
        var rows = jdbc.sql("""
                        select c.*, t.number
                          from aftersales.sla_trial_clock c
                          join aftersales.ticket t on t.id = c.ticket_id
                         where c.trial_id = :trial and (:type = '' or c.type = :type) and (:was = '' or c.was = :was)
                           and (:becomes = '' or c.becomes = :becomes) and (:none or c.id %1$s :cursor)
                         order by c.id %2$s
                         limit :limit
                        """.formatted(page.backwards() ? "<" : ">", page.backwards() ? "desc" : "asc"))
                .param("trial", trial)
                .param("type", type == null ? "" : type.name())
                .param("was", was == null ? "" : was.name())
                .param("becomes", becomes == null ? "" : becomes.name())
                .param("none", cursor == null)
                .param("cursor", cursor == null ? 0 : cursor.id())
                .param("limit", page.size() + 1)
                .query((row, n) -> compared(row))
                .list();
        return Page.cut(rows, page, row -> Cursor.of(row.id()));
    }

    private static Compared compared(ResultSet row) throws SQLException {
        return new Compared(
                row.getLong("id"),
                row.getString("number"),
                ClockType.valueOf(row.getString("type")),
                row.getTimestamp("start_at").toInstant(),
                ClockOutcome.valueOf(row.getString("was")),
                instant(row, "was_due"),
                ClockOutcome.valueOf(row.getString("becomes")),
                instant(row, "becomes_due"));
    }

    private static Trial trial(ResultSet row) throws SQLException {
        return new Trial(
                row.getLong("id"),
                row.getObject("opened_from", LocalDate.class),
                row.getObject("opened_until", LocalDate.class),
                row.getString("policy_zh"),
                row.getString("policy_en"),
                row.getString("calendar_zh"),
                row.getString("calendar_en"),
                row.getObject("tickets", Integer.class),
                row.getTimestamp("started_at").toInstant(),
                row.getString("by_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
