package io.throughline.aftersales.survey;

import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValues;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * CSAT (catalogue section 7): of the answers given in the period, the share of 4 or 5 out of 5. An invitation has one
 * answer, the last one; answers without a rating are out, and those on tickets that do not count.
 *
 * <p>The joins only name what a list shows: a count drops them and reads one index of the answers, and the few tickets
 * that do not count from another.
 */
@Component
@RequiredArgsConstructor
class Csat implements KpiSource {

    private final KpiFacts facts;

    @Override
    public String id() {
        return "csat";
    }

    @Override
    public KpiUnit unit() {
        return KpiUnit.PERCENT;
    }

    @Override
    public Direction direction() {
        return Direction.UP;
    }

    @Override
    public KpiValues values(Viewer viewer, KpiQuery query) {
        return facts.shares(
                sql(viewer),
                params(query, query.period().previous()),
                query.period().start(query.zone()));
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        return facts.rows(sql(viewer), params(query, query.period()), part, page);
    }

    private static String sql(Viewer viewer) {
        return """
                select r.id, 'TICKET' as type, coalesce(t.number, 'SV-' || s.number) as number,
                       coalesce(t.subject, s.title_zh) as title,
                       coalesce('/tickets/' || t.number, '/surveys/SV-' || s.number) as path,
                       c.short_name as context, (r.answered_at at time zone :zone)::date as due,
                       (r.answered_at at time zone :zone)::date as done, r.answered_at as at, r.rating >= 4 as met
                  from aftersales.survey_response r
                  left join aftersales.survey s on s.id = r.survey_id
                  left join aftersales.survey_invitation i on i.id = r.invitation_id and i.subject_type = 'TICKET'
                  left join aftersales.ticket t on t.id = i.subject_id
                  left join foundation.customer c on c.id = r.customer_id
                 where r.kind = 'CSAT' and r.rating is not null
                   and r.answered_at >= :from and r.answered_at < :to
                   and not exists (select 1 from aftersales.ticket ut
                                     join aftersales.survey_invitation ui on ui.subject_type = 'TICKET' and ui.subject_id = ut.id
                                    where not ut.counts_in_kpi and ui.id = r.invitation_id)
                   and %s
                """.formatted(AnswerScope.of(viewer, "r"));
    }

    private static Map<String, Object> params(KpiQuery query, Period since) {
        return Map.of(
                "zone", query.zone().getId(),
                "from", Timestamp.from(since.start(query.zone())),
                "to", Timestamp.from(query.period().end(query.zone())));
    }
}
