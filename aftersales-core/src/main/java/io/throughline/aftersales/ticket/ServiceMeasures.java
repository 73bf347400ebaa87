package io.throughline.aftersales.ticket;

import io.throughline.foundation.kpi.FactMeasure;
import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiSlice;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The measures of the catalogue's section 6 that a ticket's own row and history tell; durations are those of the SLA
 * package, which knows the hours.
 *
 * <p>Left out are cancelled tickets, merged ones and those that do not count (R6). A ticket is in the period of its first
 * resolution, so that a later one does not move it.
 */
final class ServiceMeasures extends FactMeasure {

    private static final String ROW = """
            select t.id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number as path,
                   c.short_name as context, (%1$s at time zone :zone)::date as due,
                   (t.resolved_at at time zone :zone)::date as done, %1$s as at, %2$s as met, %3$s as points,
                   t.team_id as team, t.kind
              from aftersales.ticket t
              left join foundation.customer c on c.id = t.customer_id
             where %1$s >= :from and %1$s < :to and t.counts_in_kpi and t.status not in ('CANCELLED', 'MERGED') and %4$s
            """;

    private static final String SHARE = "case when %s then 100 else 0 end";

    /** Within so many days of the first resolution: opened again, or gone on with in a further ticket. */
    private static final String REOPENED = """
            (t.reopened_count > 0
             and exists (select 1 from aftersales.ticket_status_change x
                          where x.ticket_id = t.id and x.from_category = 'RESOLVED' and x.to_category in ('OPEN', 'PAUSED')
                            and x.at < t.first_resolved_at + interval '%1$s days')
             or t.closed_at is not null
             and exists (select 1 from aftersales.ticket_link l
                          where l.from_id = t.id and l.kind = 'FOLLOW_UP'
                            and l.at < t.first_resolved_at + interval '%1$s days'))
            """;

    private static final String ONE_TOUCH = "t.public_replies <= 1 and t.hand_offs = 0";
    private static final String COMMON_KINDS = "t.kind not in ('MAINTENANCE', 'TRAINING')";

    private final String row;
    private final int settling;

    private ServiceMeasures(String id, KpiUnit unit, Direction direction, String row, KpiFacts facts) {
        this(id, unit, direction, row, 0, facts);
    }

    private ServiceMeasures(String id, KpiUnit unit, Direction direction, String row, int settling, KpiFacts facts) {
        super(id, unit, direction, facts);
        this.row = row;
        this.settling = settling;
    }

    @Override
    protected boolean isKeptByDay() {
        return true;
    }

    @Override
    protected boolean isWhole(Viewer viewer) {
        return TicketScope.of(viewer).isWhole();
    }

    @Override
    protected int settlingDays() {
        return settling;
    }

    @Override
    protected String sql(Viewer viewer, KpiSlice slice) {
        return row + " and " + TicketScope.of(viewer).sql() + slice.and("t.team_id", "t.kind", "t.customer_id");
    }

    @Override
    protected Map<String, ?> params(Viewer viewer) {
        return TicketScope.of(viewer).params();
    }

    private static ServiceMeasures share(String id, Direction direction, String met, String condition, KpiFacts facts) {
        return share(id, direction, met, condition, 0, facts);
    }

    /** @param settling days in which a solution may still be opened again and so change sides */
    private static ServiceMeasures share(
            String id, Direction direction, String met, String condition, int settling, KpiFacts facts) {
        return new ServiceMeasures(
                id,
                KpiUnit.PERCENT,
                direction,
                ROW.formatted("t.first_resolved_at", met, SHARE.formatted(met), condition),
                settling,
                facts);
    }

    /** One bean a measure. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource ticketVolume(KpiFacts facts) {
            return new ServiceMeasures(
                    "ticket-volume",
                    KpiUnit.COUNT,
                    Direction.NONE,
                    ROW.formatted("t.opened_at", "true", "1", "true"),
                    facts);
        }

        /** Changes of team of the tickets solved; a mean. */
        @Bean
        KpiSource reassignments(KpiFacts facts) {
            return new ServiceMeasures(
                    "reassignments",
                    KpiUnit.RATIO,
                    Direction.DOWN,
                    ROW.formatted("t.first_resolved_at", "t.hand_offs = 0", "t.hand_offs", "true"),
                    facts);
        }

        @Bean
        KpiSource firstContactResolution(KpiFacts facts) {
            return share(
                    "first-contact-resolution",
                    Direction.UP,
                    ONE_TOUCH + " and not " + REOPENED.formatted(7),
                    COMMON_KINDS + " and t.first_resolved_at < cast(:now as timestamptz) - interval '7 days'",
                    7,
                    facts);
        }

        @Bean
        KpiSource oneTouch(KpiFacts facts) {
            return share("one-touch", Direction.UP, ONE_TOUCH, COMMON_KINDS, facts);
        }

        @Bean
        KpiSource reopenRate(KpiFacts facts) {
            return share(
                    "reopen-rate",
                    Direction.DOWN,
                    REOPENED.formatted(14),
                    "t.first_resolved_at < cast(:now as timestamptz) - interval '14 days'",
                    14,
                    facts);
        }

        @Bean
        KpiSource escalationRate(KpiFacts facts) {
            return share("escalation-rate", Direction.DOWN, "t.escalated", "true", facts);
        }
    }
}
