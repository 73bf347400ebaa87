package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes one ticket in several ways, or many in the same: shown before, done under one name, taken back for a day. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER})
public class TicketBatches {

    /** So many tickets are changed at once. */
    public static final int MOST = 200;

    /** So long a batch can be taken back. */
    public static final Duration UNDO = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final TicketRepository tickets;
    private final TicketStepping stepping;
    private final TicketUndo undo;
    private final Clock clock;

    /** What a batch is of. */
    public enum Kind {
        MACRO,
        BULK
    }

    /**
     * How far a batch was taken back.
     *
     * @param tickets that have their former values again, in part at least
     * @param kept values that stay: changed again since, or no way of the course leads back
     */
    public record Undone(int tickets, int kept) {}

    /** @param first number of one of its tickets */
    public record Recent(long id, Kind kind, String name, Instant at, boolean undone, int tickets, String first) {}

    /** @param changed tickets that have another value now; those a rule refused, or that were so already, are not */
    public record Done(long batch, int changed) {}

    /**
     * What the steps would do to each of the tickets the viewer sees, in the order of the numbers; the first {@link #MOST}.
     * Throws {@link RuleViolation} at its field for a status, team or person there is none of.
     */
    @Transactional(readOnly = true)
    public List<StepPreview> preview(Viewer viewer, List<String> numbers, TicketSteps steps) {
        stepping.require(steps);
        Map<String, Ticket> found =
                seen(viewer, numbers, "").stream().collect(Collectors.toMap(Ticket::getNumber, Function.identity()));
        return numbers.stream()
                .map(TicketBatches::written)
                .distinct()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(ticket -> preview(ticket, steps))
                .toList();
    }

    /** All in one transaction; a ticket that a rule stands against is left as it is. */
    public Done run(Viewer viewer, Kind kind, String name, Collection<String> numbers, TicketSteps steps) {
        stepping.require(steps);
        long batch = start(viewer, kind, name);
        var at = clock.instant();
        var changed = new ArrayList<Ticket>();
        for (var ticket : seen(viewer, numbers, " for update of t")) {
            if (preview(ticket, steps).changesSomething()) {
                var rest = TicketUndo.restOf(ticket);
                undo.keep(batch, ticket, stepping.apply(ticket, steps, viewer, at, kind.name(), name), rest);
                changed.add(ticket);
            }
        }
        tickets.saveAllAndFlush(changed);
        return new Done(batch, changed.size());
    }

    /** What the viewer did during the last day, newest first; those taken back already too. */
    @Transactional(readOnly = true)
    public List<Recent> recent(Viewer viewer) {
        return jdbc.sql("""
                        select b.id, b.kind, b.name, b.at, b.undone_at is not null as undone,
                               count(distinct i.ticket_id) as tickets, min(t.number) as first
                          from aftersales.ticket_batch b
                          join aftersales.ticket_batch_item i on i.batch_id = b.id
                          join aftersales.ticket t on t.id = i.ticket_id
                         where b.user_id = :user and b.at > :since
                         group by b.id
                         order by b.at desc
                         limit 100
                        """)
                .param("user", viewer.id().value())
                .param("since", Timestamp.from(clock.instant().minus(UNDO)))
                .query((row, n) -> new Recent(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("undone"),
                        row.getInt("tickets"),
                        row.getString("first")))
                .list();
    }

    /**
     * Takes back what has not been changed again since; throws {@link RuleViolation} where the day is over or it was taken
     * back already.
     */
    public Undone undo(Viewer viewer, long batch) {
        var found = jdbc.sql("""
                        select kind, name, at, undone_at is not null as undone
                          from aftersales.ticket_batch where id = ? and user_id = ? for update
                        """)
                .params(batch, viewer.id().value())
                .query(Batch.class)
                .optional()
                .orElseThrow(() -> new NotFound("batch", batch));
        var now = clock.instant();
        if (found.undone() || found.at().toInstant().plus(UNDO).isBefore(now)) {
            throw new RuleViolation("aftersales.ticket.undoOver");
        }
        jdbc.sql("update aftersales.ticket_batch set undone_at = ? where id = ?")
                .params(Timestamp.from(now), batch)
                .update();
        return undo.run(viewer, batch, found.name(), now);
    }

    private StepPreview preview(Ticket ticket, TicketSteps steps) {
        try {
            return new StepPreview(
                    ticket.getNumber(), ticket.getSubject(), stepping.plan(ticket, steps), null, List.of());
        } catch (RuleViolation refused) {
            return new StepPreview(
                    ticket.getNumber(), ticket.getSubject(), List.of(), refused.key(), List.of(refused.args()));
        }
    }

    private long start(Viewer viewer, Kind kind, String name) {
        return jdbc.sql("""
                        insert into aftersales.ticket_batch (kind, name, user_id, at)
                        values (:kind, :name, :user, :at) returning id
                        """)
                .param("kind", kind.name())
                .param("name", name.length() > 80 ? name.substring(0, 80) : name)
                .param("user", viewer.id().value())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Locked in one order, whoever asks, so that two batches wait for each other and never in a ring. */
    private List<Ticket> seen(Viewer viewer, Collection<String> numbers, String lock) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var scope = TicketScope.of(viewer);
        var ids = jdbc.sql("select t.id from aftersales.ticket t where t.number in (:numbers) and " + scope.sql()
                        + " order by t.id" + lock)
                .param(
                        "numbers",
                        numbers.stream().limit(MOST).map(TicketBatches::written).toList())
                .params(scope.params())
                .query(Long.class)
                .list();
        return tickets.findByIdIn(ids).stream()
                .sorted(Comparator.comparing(Ticket::requireId))
                .toList();
    }

    private static String written(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }

    private record Batch(Kind kind, String name, Timestamp at, boolean undone) {}
}
