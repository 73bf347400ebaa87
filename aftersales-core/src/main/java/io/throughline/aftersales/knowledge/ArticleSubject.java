package io.throughline.aftersales.knowledge;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles as subjects of search and the audit trail. */
@Component
@RequiredArgsConstructor
public class ArticleSubject implements SubjectAccess {

    public static final String TYPE = "ARTICLE";

    private final JdbcClient jdbc;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var readable = mayWrite(viewer)
                ? "true"
                : "a.retired_at is null and e.id is not null and " + KnowledgeShelf.readable(viewer);
        return jdbc.sql("""
                        select a.id from aftersales.knowledge_article a
                          left join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
                         where a.id in (:ids) and %s
                        """.formatted(readable))
                .param("ids", ids)
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, number, title_zh, title_en, '' as body_zh, '' as body_en"
                        + " from aftersales.knowledge_article where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(
                        row.getLong("id"),
                        link(new ArticleNumber(row.getLong("number")), KnowledgeArticleQueries.text(row, ""))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nobody talks on an article: readers vote, writers return it with a note. */
    @Override
    public boolean isCommentable(Viewer viewer, long id) {
        return false;
    }

    static boolean mayWrite(Viewer viewer) {
        return viewer.isSystem() || viewer.hasAny(Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.MANAGER);
    }

    private static SubjectLink link(ArticleNumber number, ArticleText text) {
        var slug = number.slug(text.slugTitle());
        return new SubjectLink(
                number + " · " + (text.titleZh().isEmpty() ? text.titleEn() : text.titleZh()),
                "/knowledge/" + slug,
                "/portal/knowledge/" + slug);
    }
}
