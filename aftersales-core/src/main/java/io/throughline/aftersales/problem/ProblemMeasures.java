package io.throughline.aftersales.problem;

import io.throughline.aftersales.ticket.TicketScope;
import io.throughline.foundation.kpi.FactMeasure;
import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiSlice;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Recurring faults (catalogue section 6): of the diagnosis tickets opened in the period, those with a problem behind. */
final class ProblemMeasures extends FactMeasure {

    private static final String ROW = """
            select t.id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number as path,
                   c.short_name as context, (t.opened_at at time zone :zone)::date as due,
                   (t.resolved_at at time zone :zone)::date as done, t.opened_at as at, l.ticket_id is not null as met,
                   case when l.ticket_id is null then 0 else 100 end as points
              from aftersales.ticket t
              left join aftersales.problem_ticket l on l.ticket_id = t.id
              left join foundation.customer c on c.id = t.customer_id
             where t.opened_at >= :from and t.opened_at < :to and t.kind = 'DIAGNOSIS' and t.counts_in_kpi
               and t.status not in ('CANCELLED', 'MERGED') and\s
            """;

    private ProblemMeasures(KpiFacts facts) {
        super("problem-rate", KpiUnit.PERCENT, Direction.DOWN, facts);
    }

    @Override
    protected String sql(Viewer viewer, KpiSlice slice) {
        return ROW + TicketScope.of(viewer).sql() + slice.and("t.team_id", "t.kind", "t.customer_id");
    }

    @Override
    protected Map<String, ?> params(Viewer viewer) {
        return TicketScope.of(viewer).params();
    }

    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource problemRate(KpiFacts facts) {
            return new ProblemMeasures(facts);
        }
    }
}
