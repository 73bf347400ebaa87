package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.TicketScope;
import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValues;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The measures of complaints (catalogue section 7), over the tickets the viewer may see. */
class ComplaintMeasures implements KpiSource {

    /** What every list shows of a complaint. */
    private static final String COMPLAINTS = """
            select t.id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number || '/complaint' as path,
                   c.short_name as context, (%1$s at time zone :zone)::date as due,
                   (%2$s at time zone :zone)::date as done, %1$s as at, %3$s as met, k.handled_minutes / 60.0 as amount
              from aftersales.complaint k
              join aftersales.ticket t on t.id = k.ticket_id
              left join foundation.customer c on c.id = t.customer_id
             where not k.withdrawn and t.counts_in_kpi and %1$s >= :from and %1$s < :to and %4$s
               and {scope}
            """;

    /** Received in the period; those that can still be acknowledged in time are left out (R5). */
    private static final String ACKNOWLEDGED = COMPLAINTS.formatted(
            "k.received_at",
            "k.acknowledged_at",
            "coalesce(k.acknowledged_at <= k.acknowledge_by, false)",
            "(k.acknowledged_at is not null or k.acknowledge_by < :now)");

    /** To be closed in the period; met: closed by then with the complainant's consent. */
    private static final String RESOLVED = COMPLAINTS.formatted(
            "k.close_by",
            "k.closed_at",
            "coalesce(k.accepted_at is not null and k.closed_at <= k.close_by, false)",
            "(k.closed_at is not null or k.close_by < :now)");

    /** Closed in the period. */
    private static final String TIME =
            COMPLAINTS.formatted("k.closed_at", "k.closed_at", "true", "k.handled_minutes is not null");

    /** Received in the period; met: the same customer complained for the same cause in the 180 days before. */
    private static final String REPEATED = COMPLAINTS.formatted("k.received_at", "k.closed_at", """
            exists (select 1 from aftersales.complaint e join aftersales.ticket o on o.id = e.ticket_id
                     where o.customer_id = t.customer_id and e.cause = k.cause and e.id <> k.id and not e.withdrawn
                       and e.received_at < k.received_at and e.received_at >= k.received_at - interval '180 days')
            """, "true");

    /**
     * Received (met) beside what was finished in the period: tickets closed and deliverables accepted. Those found to be
     * unfounded count as well.
     */
    private static final String RATE = COMPLAINTS.formatted("k.received_at", "k.closed_at", "true", "true") + """
            union all
            select t.id, 'TICKET', t.number, t.subject, '/tickets/' || t.number, c.short_name,
                   (t.closed_at at time zone :zone)::date, (t.closed_at at time zone :zone)::date, t.closed_at, false, null
              from aftersales.ticket t
              left join foundation.customer c on c.id = t.customer_id
             where t.closed_at >= :from and t.closed_at < :to and t.status = 'CLOSED' and t.counts_in_kpi and {scope}
            union all
            select d.id, 'DELIVERABLE', p.key || '-' || d.number, d.name, '/projects/' || p.key || '/deliverables/' || d.number, p.key,
                   (d.decided_at at time zone :zone)::date, (d.decided_at at time zone :zone)::date, d.decided_at, false, null
              from project.deliverable d join project.project p on p.id = d.project_id
             where d.decided_at >= :from and d.decided_at < :to and d.deleted_at is null
               and d.status in ('ACCEPTED', 'ACCEPTED_WITH_CONDITIONS') and {projects}
            """;

    /** Customers with a running project, or with a complaint in the period (met). */
    private static final String CUSTOMERS = """
            select c.id, 'CUSTOMER' as type, c.number, c.short_name as title, '/customers/' || c.number as path, null as context,
                   (w.at at time zone :zone)::date as due, null::date as done, w.at, x.met, null as amount
              from (values (cast(:from as timestamptz), cast(:split as timestamptz)),
                           (cast(:split as timestamptz), cast(:to as timestamptz))) w (at, until)
             cross join foundation.customer c
             cross join lateral (select exists (
                       select 1 from aftersales.complaint k join aftersales.ticket t on t.id = k.ticket_id
                        where t.customer_id = c.id and not k.withdrawn and t.counts_in_kpi
                          and k.received_at >= w.at and k.received_at < w.until and {scope}) as met) x
             where w.at < w.until
               and (x.met or exists (select 1 from project.project p where p.customer_id = c.id and p.status = 'ACTIVE'))
               and (:all or c.account_executive_id = :viewer)
            """;

    /** Answers to the survey after a complaint; met: 4 or 5 out of 5. */
    private static final String SATISFIED = """
            select r.id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number || '/complaint' as path,
                   c.short_name as context, (r.answered_at at time zone :zone)::date as due,
                   (r.answered_at at time zone :zone)::date as done, r.answered_at as at, r.rating >= 4 as met
              from aftersales.survey_response r
              join aftersales.survey_invitation i on i.id = r.invitation_id and i.subject_type = 'TICKET'
              join aftersales.ticket t on t.id = i.subject_id and t.complaint and t.counts_in_kpi
              left join foundation.customer c on c.id = t.customer_id
             where r.kind = 'CSAT' and r.rating is not null and r.answered_at >= :from and r.answered_at < :to
               and {scope}
            """;

    private enum Form {
        SHARE,
        RATIO,
        MEAN
    }

    private final String id;
    private final Form form;
    private final Direction direction;
    private final String facts;
    private final KpiFacts kpis;
    private final Clock clock;

    private ComplaintMeasures(String id, Form form, Direction direction, String facts, KpiFacts kpis, Clock clock) {
        this.id = id;
        this.form = form;
        this.direction = direction;
        this.facts = facts;
        this.kpis = kpis;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public KpiUnit unit() {
        return form == Form.MEAN ? KpiUnit.HOURS : KpiUnit.PERCENT;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public KpiValues values(Viewer viewer, KpiQuery query) {
        var split = query.period().start(query.zone());
        var params = params(viewer, query, query.period().previous());
        return switch (form) {
            case SHARE -> kpis.shares(sql(viewer), params, split);
            case RATIO -> kpis.ratios(sql(viewer), params, split);
            case MEAN -> kpis.means(sql(viewer), params, split);
        };
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        return kpis.rows(sql(viewer), params(viewer, query, query.period()), part, page);
    }

    private String sql(Viewer viewer) {
        return facts.replace("{scope}", TicketScope.of(viewer).sql()).replace("{projects}", ProjectScope.plan(viewer));
    }

    private Map<String, Object> params(Viewer viewer, KpiQuery query, Period since) {
        var params = new HashMap<String, Object>(TicketScope.of(viewer).params());
        params.put("all", viewer.isSystem() || viewer.has(Role.MANAGER));
        params.put("viewer", viewer.id().value());
        params.put("zone", query.zone().getId());
        params.put("now", Timestamp.from(clock.instant()));
        params.put("from", Timestamp.from(since.start(query.zone())));
        params.put("split", Timestamp.from(query.period().start(query.zone())));
        params.put("to", Timestamp.from(query.period().end(query.zone())));
        return params;
    }

    /** One bean a measure. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource complaintAck(KpiFacts facts, Clock clock) {
            return new ComplaintMeasures("complaint-ack", Form.SHARE, Direction.UP, ACKNOWLEDGED, facts, clock);
        }

        @Bean
        KpiSource complaintResolution(KpiFacts facts, Clock clock) {
            return new ComplaintMeasures("complaint-resolution", Form.SHARE, Direction.UP, RESOLVED, facts, clock);
        }

        @Bean
        KpiSource complaintTime(KpiFacts facts, Clock clock) {
            return new ComplaintMeasures("complaint-time", Form.MEAN, Direction.DOWN, TIME, facts, clock);
        }

        @Bean
        KpiSource complaintRate(KpiFacts facts, Clock clock) {
            return new ComplaintMeasures("complaint-rate", Form.RATIO, Direction.DOWN, RATE, facts, clock);
        }

        @Bean
        KpiSource complainingCustomers(KpiFacts facts, Clock clock) {
            return new ComplaintMeasures("complaining-customers", Form.SHARE, Direction.DOWN, CUSTOMERS, facts, clock);
        }

        @Bean
        KpiSource repeatComplaint(KpiFacts facts, Clock clock) {
            return new ComplaintMeasures("repeat-complaint", Form.SHARE, Direction.DOWN, REPEATED, facts, clock);
        }

        @Bean
        KpiSource complaintSatisfaction(KpiFacts facts, Clock clock) {
            return new ComplaintMeasures("complaint-satisfaction", Form.SHARE, Direction.UP, SATISFIED, facts, clock);
        }
    }
}
