package io.throughline.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.ticket.TicketScope;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Why faults happen, over the tickets the viewer may see: how many have which cause (Pareto), which have it, and which
 * recur so often on one deliverable that a problem may be behind them. A ticket counts from when its cause was first named.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER})
public class FaultCauses {

    /** The longest look back, in days. */
    public static final int MOST_DAYS = 730;

    private static final int MOST_CANDIDATES = 20;
    private static final int MOST_TICKETS = 100;

    private static final String FROM = """
              from aftersales.diagnosis d
              join aftersales.ticket t on t.id = d.ticket_id
              left join aftersales.problem_ticket l on l.ticket_id = t.id
            """;

    private static final String WHERE =
            " where d.cause is not null and d.caused_at >= :since and t.status not in ('CANCELLED', 'MERGED') and ";

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param tickets with this cause
     * @param linked those of them with a problem behind
     * @param share of all tickets, in per cent
     * @param upToHere share of this cause and all more frequent ones, in per cent
     */
    public record Line(FaultCause cause, long tickets, long linked, BigDecimal share, BigDecimal upToHere) {}

    /**
     * Tickets without a problem that have the same cause on the same deliverable.
     *
     * @param project its key
     */
    public record Candidate(
            FaultCause cause, long deliverableId, String project, String deliverable, long tickets, long customers) {}

    private record Counted(FaultCause cause, long tickets, long linked) {}

    /** The most frequent first; causes nothing has are left out. */
    public List<Line> pareto(Viewer viewer, int days) {
        var scope = TicketScope.of(viewer);
        var counted = jdbc.sql("select d.cause, count(*) as tickets, count(l.ticket_id) as linked" + FROM + WHERE
                        + scope.sql() + " group by d.cause order by tickets desc, d.cause")
                .param("since", since(days))
                .params(scope.params())
                .query(Counted.class)
                .list();
        long all = counted.stream().mapToLong(Counted::tickets).sum();
        var lines = new ArrayList<Line>();
        long sofar = 0;
        for (var one : counted) {
            sofar += one.tickets();
            lines.add(new Line(one.cause(), one.tickets(), one.linked(), share(one.tickets(), all), share(sofar, all)));
        }
        return lines;
    }

    /**
     * The tickets behind a number of {@link #pareto}, the latest first.
     *
     * @param linked only those with a problem behind, or without; null for both
     */
    public Page<ProblemTicket> tickets(
            Viewer viewer, FaultCause cause, int days, @Nullable Boolean linked, PageRequest page) {
        var scope = TicketScope.of(viewer);
        var cursor = page.cursor();
        var place = cursor == null
                ? ""
                : " and (d.caused_at, t.id) %s (cast(:at as timestamptz), :id)".formatted(page.backwards() ? ">" : "<");
        var direction = page.backwards() ? "" : " desc";
        var fetched = jdbc.sql("""
                        select t.id, t.number, t.subject, d.state, t.live, d.cause, c.short_name as customer, b.number as problem,
                               d.caused_at as at
                        %s
                          left join aftersales.problem b on b.id = l.problem_id
                          left join foundation.customer c on c.id = t.customer_id
                        %s %s and d.cause = :cause%s%s
                         order by d.caused_at%s, t.id%s
                         limit :limit
                        """.formatted(
                        FROM,
                        WHERE,
                        scope.sql(),
                        linked == null ? "" : linked ? " and l.ticket_id is not null" : " and l.ticket_id is null",
                        place,
                        direction,
                        direction))
                .param("since", since(days))
                .param("cause", cause.name())
                .param("at", cursor == null ? null : cursor.value(0))
                .param("id", cursor == null ? 0L : cursor.id())
                .param("limit", page.size() + 1)
                .params(scope.params())
                .query(ProblemTicket.class)
                .list();
        return Page.cut(fetched, page, row -> Cursor.of(row.at(), row.id()));
    }

    /** Where at least so many tickets within so many days have the same cause on the same deliverable; the most first. */
    public List<Candidate> candidates(Viewer viewer, int days, int least) {
        var scope = TicketScope.of(viewer);
        return jdbc.sql("""
                        select g.*, p.key as project, v.name as deliverable
                          from (select d.cause, t.deliverable_id, count(*) as tickets, count(distinct t.customer_id) as customers
                        %s %s %s
                                   and l.ticket_id is null and t.deliverable_id is not null
                                 group by d.cause, t.deliverable_id
                                having count(*) >= :least
                                 order by count(*) desc, t.deliverable_id
                                 limit :most) g
                          join project.deliverable v on v.id = g.deliverable_id
                          join project.project p on p.id = v.project_id
                         order by g.tickets desc, p.key, v.number
                        """.formatted(FROM, WHERE, scope.sql()))
                .param("since", since(days))
                .param("least", Math.max(2, least))
                .param("most", MOST_CANDIDATES)
                .params(scope.params())
                .query(Candidate.class)
                .list();
    }

    /** The tickets of a candidate, the latest first; a hundred at most. */
    public List<ProblemTicket> ticketsOf(Viewer viewer, FaultCause cause, long deliverable, int days) {
        var scope = TicketScope.of(viewer);
        return jdbc.sql("""
                        select t.id, t.number, t.subject, d.state, t.live, d.cause, c.short_name as customer, null::text as problem,
                               d.caused_at as at
                        %s
                          left join foundation.customer c on c.id = t.customer_id
                        %s %s and d.cause = :cause and t.deliverable_id = :deliverable and l.ticket_id is null
                         order by d.caused_at desc, t.id desc
                         limit :most
                        """.formatted(FROM, WHERE, scope.sql()))
                .param("since", since(days))
                .param("cause", cause.name())
                .param("deliverable", deliverable)
                .param("most", MOST_TICKETS)
                .params(scope.params())
                .query(ProblemTicket.class)
                .list();
    }

    private Timestamp since(int days) {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(Math.min(Math.max(days, 1), MOST_DAYS))));
    }

    private static BigDecimal share(long part, long all) {
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_UP);
    }
}
