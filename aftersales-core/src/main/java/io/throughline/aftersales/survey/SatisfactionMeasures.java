package io.throughline.aftersales.survey;

import io.throughline.foundation.kpi.FactMeasure;
import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiSlice;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.people.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * CSAT, NPS, CES and the response rate (catalogue section 7). An invitation has one answer, the last one; answers without a
 * rating are out, and those on tickets that do not count.
 *
 * <p>The joins mostly name what a list shows: a count drops them and reads one index of the answers.
 */
final class SatisfactionMeasures extends FactMeasure {

    private static final String ANSWERS = """
            select r.id, 'TICKET' as type, coalesce(t.number, 'SV-' || s.number) as number,
                   coalesce(t.subject, s.title_zh) as title,
                   coalesce('/tickets/' || t.number, '/surveys/SV-' || s.number) as path,
                   c.short_name as context, (r.answered_at at time zone :zone)::date as due,
                   (r.answered_at at time zone :zone)::date as done, r.answered_at as at, %2$s as met, %3$s as points
              from aftersales.survey_response r
              left join aftersales.survey s on s.id = r.survey_id
              left join aftersales.survey_invitation i on i.id = r.invitation_id and i.subject_type = 'TICKET'
              left join aftersales.ticket t on t.id = i.subject_id
              left join foundation.customer c on c.id = r.customer_id
             where r.kind = '%1$s' and r.rating is not null and r.answered_at >= :from and r.answered_at < :to
               and not exists (select 1 from aftersales.ticket ut
                                 join aftersales.survey_invitation ui on ui.subject_type = 'TICKET' and ui.subject_id = ut.id
                                where not ut.counts_in_kpi and ui.id = r.invitation_id)
            """;

    /** Of a contact's answers within ninety days the latest one counts. */
    private static final String LATEST = """
               and not exists (select 1 from aftersales.survey_response l
                                where l.kind = 'NPS' and l.contact_id = r.contact_id and l.answered_at > r.answered_at
                                  and l.answered_at < r.answered_at + interval '90 days' and l.answered_at < :to)
            """;

    private static final String SENT = """
            select i.id, 'TICKET' as type, coalesce(t.number, 'SV-' || s.number) as number,
                   coalesce(t.subject, s.title_zh) as title,
                   coalesce('/tickets/' || t.number, '/surveys/SV-' || s.number) as path,
                   c.short_name as context, (i.sent_at at time zone :zone)::date as due,
                   (i.answered_at at time zone :zone)::date as done, i.sent_at as at, i.answered_at is not null as met,
                   case when i.answered_at is not null then 100 else 0 end as points
              from aftersales.survey_invitation i
              left join aftersales.survey s on s.id = i.survey_id
              left join aftersales.ticket t on t.id = i.subject_id and i.subject_type = 'TICKET'
              left join foundation.customer c on c.id = i.customer_id
             where i.sent_at >= :from and i.sent_at < :to and i.bounced_at is null
            """;

    private final String facts;
    private final String row;

    private SatisfactionMeasures(String id, KpiUnit unit, String row, String facts, KpiFacts kpis) {
        super(id, unit, Direction.UP, kpis);
        this.row = row;
        this.facts = facts;
    }

    @Override
    protected String sql(Viewer viewer, KpiSlice slice) {
        return facts + " and " + AnswerScope.of(viewer, row)
                + slice.and(row + ".team_id", "t.kind", row + ".customer_id");
    }

    /** One bean a measure. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource csat(KpiFacts kpis) {
            return new SatisfactionMeasures("csat", KpiUnit.PERCENT, "r", share(SurveyKind.CSAT), kpis);
        }

        @Bean
        KpiSource nps(KpiFacts kpis) {
            var points = "case when r.rating >= 9 then 100 when r.rating <= 6 then -100 else 0 end";
            return new SatisfactionMeasures(
                    "nps", KpiUnit.INDEX, "r", ANSWERS.formatted("NPS", "r.rating >= 9", points) + LATEST, kpis);
        }

        @Bean
        KpiSource ces(KpiFacts kpis) {
            return new SatisfactionMeasures("ces", KpiUnit.PERCENT, "r", share(SurveyKind.CES), kpis);
        }

        @Bean
        KpiSource responseRate(KpiFacts kpis) {
            return new SatisfactionMeasures("response-rate", KpiUnit.PERCENT, "i", SENT, kpis);
        }

        private static String share(SurveyKind kind) {
            var good = "r.rating >= " + kind.goodFrom();
            return ANSWERS.formatted(kind, good, "case when " + good + " then 100 else 0 end");
        }
    }
}
