package io.throughline.aftersales.knowledge;

import io.throughline.foundation.kpi.KpiFacts;
import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource;
import io.throughline.foundation.kpi.KpiValues;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.Date;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Reviewed in time (catalogue section 10): of the articles published now, the share whose last review is not older than
 * its interval. An article keeps its last review only, so there is no period before.
 */
@Component
@RequiredArgsConstructor
class ArticleFresh implements KpiSource {

    private static final String FACTS = """
            select a.id, 'ARTICLE' as type, 'KB-' || a.number as number,
                   coalesce(nullif(e.title_zh, ''), e.title_en) as title, '/knowledge/kb-' || a.number as path,
                   null as context, (a.reviewed_at at time zone :zone)::date + a.review_days as due,
                   (a.reviewed_at at time zone :zone)::date as done,
                   (a.reviewed_at at time zone :zone)::date + a.review_days >= :today as met
              from aftersales.knowledge_article a
              join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
             where a.retired_at is null and (:all or a.written_by = :viewer)
            """;

    private final KpiFacts facts;

    @Override
    public String id() {
        return "article-fresh";
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
        return facts.share(FACTS, params(viewer, query));
    }

    @Override
    public Page<KpiRow> rows(Viewer viewer, KpiQuery query, Part part, PageRequest page) {
        return facts.rows(FACTS, params(viewer, query), part, page);
    }

    private static Map<String, Object> params(Viewer viewer, KpiQuery query) {
        return Map.of(
                "all", viewer.isSystem() || viewer.has(Role.MANAGER),
                "viewer", viewer.id().value(),
                "zone", query.zone().getId(),
                "today", Date.valueOf(query.today()));
    }
}
