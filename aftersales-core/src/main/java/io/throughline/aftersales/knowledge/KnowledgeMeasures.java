package io.throughline.aftersales.knowledge;

import io.throughline.foundation.kpi.FactMeasure;
import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiSlice;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The measures of the catalogue's section 10: articles used on resolved tickets, helpful votes and
 * questions answered by an article without a ticket.
 */
final class KnowledgeMeasures extends FactMeasure {

    /** Tickets resolved in the period; met: an article is on them. */
    private static final String REUSE = """
            select t.id, 'TICKET' as type, t.number, t.subject as title, '/tickets/' || t.number as path,
                   c.short_name as context, (t.resolved_at at time zone :zone)::date as due,
                   (t.resolved_at at time zone :zone)::date as done, t.resolved_at as at,
                   exists (select 1 from aftersales.knowledge_use s where s.ticket_id = t.id) as met
              from aftersales.ticket t
              left join foundation.customer c on c.id = t.customer_id
             where t.resolved_at >= :from and t.resolved_at < :to and t.counts_in_kpi
               and (:all or t.resolved_by = :viewer or c.account_executive_id = :viewer)
            """;

    /** Votes given in the period; met: helpful. */
    private static final String HELPFUL = """
            select v.id, 'ARTICLE' as type, 'KB-' || a.number as number, coalesce(nullif(e.title_zh, ''), e.title_en) as title,
                   '/knowledge/kb-' || a.number as path, nullif(v.remark, '') as context,
                   (v.at at time zone :zone)::date as due, (v.at at time zone :zone)::date as done, v.at, v.helpful as met
              from aftersales.knowledge_vote v
              join aftersales.knowledge_article a on a.id = v.article_id
              join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
             where v.at >= :from and v.at < :to and (:all or a.written_by = :viewer)
            """;

    /**
     * An estimate. Visits of signed-in customers with an article opened, half an hour without another one before it, and
     * no ticket of theirs within 24 hours (met), beside the tickets asked in the portal.
     */
    private static final String SELF_SERVICE = """
            select r.id, 'ARTICLE' as type, 'KB-' || a.number as number, coalesce(nullif(e.title_zh, ''), e.title_en) as title,
                   '/knowledge/kb-' || a.number as path, c.short_name as context,
                   (r.at at time zone :zone)::date as due, (r.at at time zone :zone)::date as done, r.at, true as met
              from aftersales.knowledge_reading r
              join aftersales.knowledge_article a on a.id = r.article_id
              join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
              join foundation.app_user u on u.id = r.user_id
              join foundation.contact k on k.id = u.contact_id
              join foundation.customer c on c.id = k.customer_id
             where r.at >= :from and r.at < :to and (:all or c.account_executive_id = :viewer)
               and not exists (select 1 from aftersales.knowledge_reading b
                                where b.user_id = r.user_id and b.id <> r.id and b.at <= r.at
                                  and (b.at < r.at or b.id < r.id) and b.at > r.at - interval '30 minutes')
               and not exists (select 1 from aftersales.ticket o
                                where o.requester_id = k.id and o.opened_at >= r.at
                                  and o.opened_at < r.at + interval '24 hours')
            union all
            select t.id, 'TICKET', t.number, t.subject, '/tickets/' || t.number, c.short_name,
                   (t.opened_at at time zone :zone)::date, null::date, t.opened_at, false
              from aftersales.ticket t
              left join foundation.customer c on c.id = t.customer_id
             where t.channel = 'PORTAL' and t.opened_at >= :from and t.opened_at < :to and t.counts_in_kpi
               and (:all or c.account_executive_id = :viewer)
            """;

    private final String row;

    private KnowledgeMeasures(String id, String facts, KpiFacts kpis) {
        super(id, KpiUnit.PERCENT, Direction.UP, kpis);
        this.row = "select k.*, case when k.met then 100 else 0 end as points from (%s) k".formatted(facts);
    }

    @Override
    protected String sql(Viewer viewer, KpiSlice slice) {
        return row;
    }

    @Override
    protected Map<String, ?> params(Viewer viewer) {
        return Map.of("all", viewer.isSystem() || viewer.has(Role.MANAGER));
    }

    @Override
    public boolean isSliced() {
        return false;
    }

    /** One bean a measure. */
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        KpiSource articleReuse(KpiFacts facts) {
            return new KnowledgeMeasures("article-reuse", REUSE, facts);
        }

        @Bean
        KpiSource articleHelpful(KpiFacts facts) {
            return new KnowledgeMeasures("article-helpful", HELPFUL, facts);
        }

        @Bean
        KpiSource selfService(KpiFacts facts) {
            return new KnowledgeMeasures("self-service", SELF_SERVICE, facts);
        }
    }
}
