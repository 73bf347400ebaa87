package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.TicketScope;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition on {@code aftersales.complaint k}, its {@code ticket t}, {@code project p} and {@code customer c} for list and
 * report alike, so that a number of the report is the length of the list it leads to.
 */
final class ComplaintSql {

    static final String FROM = """
             from aftersales.complaint k
             join aftersales.ticket t on t.id = k.ticket_id
             left join project.project p on p.id = t.project_id
             left join foundation.customer c on c.id = t.customer_id
             left join aftersales.complaint_cause q on q.code = k.cause
            """;

    /** Whether the limit of the house was kept; null while that is not decided. */
    static final String IN_TIME = """
            case when k.acknowledged_at is not null then k.acknowledged_at <= k.acknowledge_by
                 when k.acknowledge_by < :now then false end
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    ComplaintSql(Viewer viewer, ComplaintFilter filter, ZoneId zone, Instant now) {
        var scope = TicketScope.of(viewer);
        conditions.add("not k.withdrawn and t.counts_in_kpi");
        conditions.add(scope.sql());
        params.putAll(scope.params());
        params.put("now", Timestamp.from(now));
        if (!filter.states().isEmpty()) {
            add(
                    "k.state in (:states)",
                    "states",
                    filter.states().stream().map(Enum::name).toList());
        }
        if (filter.open() != null) {
            conditions.add(filter.open() ? "k.closed_at is null" : "k.closed_at is not null");
        }
        month("k.received_at >= :from", "from", filter.from(), zone);
        month(
                "k.received_at < :until",
                "until",
                filter.until() == null ? null : filter.until().plusMonths(1),
                zone);
        code("k.cause", "cause", filter.cause());
        code("p.key", "project", filter.project());
        code("c.number", "customer", filter.customer());
        if (filter.inTime() != null) {
            add("(" + IN_TIME + ") is not distinct from :inTime", "inTime", filter.inTime());
        }
        if (filter.founded() != null) {
            add("k.founded = :founded", "founded", filter.founded());
        }
    }

    String where() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    void add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    private void month(String condition, String name, @Nullable YearMonth month, ZoneId zone) {
        if (month != null) {
            add(
                    condition,
                    name,
                    Timestamp.from(month.atDay(1).atStartOfDay(zone).toInstant()));
        }
    }

    private void code(String column, String name, @Nullable String code) {
        if (ComplaintFilter.NONE.equals(code)) {
            conditions.add(column + " is null");
        } else if (code != null) {
            add(column + " = :" + name, name, code);
        }
    }
}
