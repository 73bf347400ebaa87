package io.throughline.aftersales.sla;

import io.throughline.foundation.kpi.FactMeasure;
import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiSlice;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * SLA compliance of one clock type (catalogue section 6): of the clocks due in the period, the share stopped in time. One that
 * runs past its due time is breached already, one that is not due yet is out, and so are those no longer promised unless
 * their breach was recorded. Worked example V7: 90 met, 4 breached and done, 2 running past due, 4 running not due: 93.75 %.
 */
final class SlaMeasures extends FactMeasure {

    /** A ticket may have several clocks of a type: the id tells them apart. */
    private static final String FACTS = """
            select t.id * 1048576 + mod(extract(epoch from k.start_at)::bigint, 1048576) as id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number as path,
                   c.short_name as context, (k.due_at at time zone :zone)::date as due,
                   (k.stopped_at at time zone :zone)::date as done, k.due_at as at,
                   coalesce(k.breached_at is null and k.stopped_at <= k.due_at, false) as met,
                   case when k.breached_at is null and k.stopped_at <= k.due_at then 100 else 0 end as points,
                   t.team_id as team, t.kind
              from aftersales.ticket_clock k
              join aftersales.ticket t on t.id = k.ticket_id
              left join foundation.customer c on c.id = t.customer_id
             where k.type = '%s' and k.due_at >= :from and k.due_at < :to
               and (k.stopped_at is not null or k.due_at < :now) and (not k.withdrawn or k.breached_at is not null)
               and t.counts_in_kpi and t.status <> 'MERGED'
            """;

    private final String type;

    private SlaMeasures(String id, String type, KpiFacts facts) {
        super(id, KpiUnit.PERCENT, Direction.UP, facts);
        this.type = type;
    }

    @Override
    protected boolean isKeptByDay() {
        return true;
    }

    @Override
    protected boolean isWhole(Viewer viewer) {
        return viewer.isSystem() || viewer.has(Role.MANAGER);
    }

    /** Managers see all, account executives those of their customers, agents what is or was in their hands. */
    @Override
    protected String sql(Viewer viewer, KpiSlice slice) {
        return FACTS.formatted(type)
                + (isWhole(viewer)
                        ? ""
                        : " and (t.assignee_id = :viewer or t.resolved_by = :viewer or c.account_executive_id = :viewer)")
                + slice.and("t.team_id", "t.kind", "t.customer_id");
    }

    /** One bean a measure. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource slaFirstResponse(KpiFacts facts) {
            return new SlaMeasures("sla-first-response", "FIRST_RESPONSE", facts);
        }

        @Bean
        KpiSource slaNextResponse(KpiFacts facts) {
            return new SlaMeasures("sla-next-response", "NEXT_RESPONSE", facts);
        }

        @Bean
        KpiSource slaRestore(KpiFacts facts) {
            return new SlaMeasures("sla-restore", "RESTORE", facts);
        }

        @Bean
        KpiSource slaResolution(KpiFacts facts) {
            return new SlaMeasures("sla-resolution", "RESOLUTION", facts);
        }
    }
}
