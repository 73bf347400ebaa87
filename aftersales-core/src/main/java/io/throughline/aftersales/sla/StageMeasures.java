package io.throughline.aftersales.sla;

import io.throughline.aftersales.ticket.TicketScope;
import io.throughline.foundation.kpi.FactMeasure;
import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiSlice;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The durations of the catalogue's section 6 in working hours, by the calendar of each ticket's policy, and the share of
 * closed tickets that kept every promise. Left out are cancelled tickets, merged ones and those that do not count (R6).
 */
final class StageMeasures extends FactMeasure {

    /** %1 the moment, %2 points, %3 table and alias, %4 condition, %5 met, %6 what tells two rows apart. */
    private static final String ROW = """
            select %6$s as id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number as path,
                   c.short_name as context, (%1$s at time zone :zone)::date as due,
                   (t.resolved_at at time zone :zone)::date as done, %1$s as at, %5$s as met, %2$s as points,
                   t.team_id as team, t.kind
              from %3$s
              join aftersales.ticket t on t.id = x.ticket_id
              left join foundation.customer c on c.id = t.customer_id
             where %1$s >= :from and %1$s < :to and t.counts_in_kpi and t.status not in ('CANCELLED', 'MERGED') and %4$s
            """;

    /** Closed in the period with at least one clock; met: none of them broken. */
    private static final String KEPT_WHOLLY =
            ROW.formatted("t.closed_at", "case when x.broken then 0 else 100 end", """
            (select p.ticket_id, bool_or(p.breached_at is not null or p.stopped_at > p.due_at) as broken
               from aftersales.ticket_clock p
               join aftersales.ticket o on o.id = p.ticket_id
              where o.closed_at >= :from and o.closed_at < :to and (not p.withdrawn or p.breached_at is not null)
              group by p.ticket_id) x""", "true", "not x.broken", "t.id");

    private final String row;

    private StageMeasures(String id, KpiUnit unit, Direction direction, String row, KpiFacts facts) {
        super(id, unit, direction, facts);
        this.row = row;
    }

    @Override
    protected String sql(Viewer viewer, KpiSlice slice) {
        return row + " and " + TicketScope.of(viewer).sql() + slice.and("t.team_id", "t.kind", "t.customer_id");
    }

    @Override
    protected Map<String, ?> params(Viewer viewer) {
        return TicketScope.of(viewer).params();
    }

    @Override
    protected boolean isKeptByDay() {
        return true;
    }

    @Override
    protected boolean isWhole(Viewer viewer) {
        return TicketScope.of(viewer).isWhole();
    }

    private static KpiSource hours(String id, String moment, String seconds, String condition, KpiFacts facts) {
        var row = ROW.formatted(moment, seconds + " / 3600.0", "aftersales.ticket_time x", condition, "true", "t.id");
        return new StageMeasures(id, KpiUnit.HOURS, Direction.DOWN, row, facts);
    }

    /** One bean a measure. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        /** Tickets logged while talking were taken at once and are no wait, as in the next one. */
        @Bean
        KpiSource meanTimeToAcknowledge(KpiFacts facts) {
            return hours("mtta", "x.acknowledged_at", "x.acknowledged_s", "t.channel not in ('PHONE', 'VISIT')", facts);
        }

        @Bean
        KpiSource firstResponseTime(KpiFacts facts) {
            return hours("first-response-time", "x.answered_at", "x.answered_s", "true", facts);
        }

        @Bean
        KpiSource nextUpdateTime(KpiFacts facts) {
            var row = ROW.formatted(
                    "x.answered_at", "x.working_s / 3600.0", "aftersales.ticket_reply x", "true", "true", "x.id");
            return new StageMeasures("next-update-time", KpiUnit.HOURS, Direction.DOWN, row, facts);
        }

        @Bean
        KpiSource resolutionTime(KpiFacts facts) {
            return hours("resolution-time", "x.resolved_at", "x.resolved_s", "true", facts);
        }

        @Bean
        KpiSource resolutionTimeGross(KpiFacts facts) {
            return hours("resolution-time-gross", "x.resolved_at", "x.gross_s", "true", facts);
        }

        @Bean
        KpiSource resolutionTimeElapsed(KpiFacts facts) {
            return hours(
                    "resolution-time-elapsed",
                    "x.resolved_at",
                    "floor(extract(epoch from x.resolved_at - t.opened_at))",
                    "true",
                    facts);
        }

        @Bean
        KpiSource thirdPartyTime(KpiFacts facts) {
            return hours("third-party-time", "x.resolved_at", "x.third_party_s", "x.third_party_s > 0", facts);
        }

        @Bean
        KpiSource restoreTime(KpiFacts facts) {
            return hours("restore-time", "x.restored_at", "x.restored_s", "t.kind = 'DIAGNOSIS'", facts);
        }

        @Bean
        KpiSource requesterWait(KpiFacts facts) {
            return hours("requester-wait", "x.resolved_at", "x.waited_s", "true", facts);
        }

        @Bean
        KpiSource slaTicketCompliance(KpiFacts facts) {
            return new StageMeasures("sla-ticket-compliance", KpiUnit.PERCENT, Direction.UP, KEPT_WHOLLY, facts);
        }
    }
}
