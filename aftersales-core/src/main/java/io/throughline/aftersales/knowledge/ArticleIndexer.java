package io.throughline.aftersales.knowledge;

import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchReach;
import io.throughline.foundation.search.SearchSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps articles findable in both languages: published ones by their readers, the others by those who write. */
@Component
@RequiredArgsConstructor
class ArticleIndexer implements SearchSource, SearchReach {

    private static final String CUSTOMERS = "articles:customers";
    private static final List<String> WRITERS = List.of("role:SUPPORT_AGENT", "role:TECHNICIAN", "role:MANAGER");

    private final JdbcClient jdbc;
    private final SearchIndex index;

    @EventListener
    void on(ArticleChanged event) {
        index(event.id().value(), event.id().value());
    }

    @Override
    public void index(long firstId, long lastId) {
        index.putAll(jdbc.sql("""
                        select a.id, a.number, a.retired_at is null and a.edition > 0 as shown, e.visibility,
                               coalesce(e.title_zh, a.title_zh) as title_zh, coalesce(e.body_zh, a.body_zh) as body_zh,
                               coalesce(e.title_en, a.title_en) as title_en, coalesce(e.body_en, a.body_en) as body_en
                          from aftersales.knowledge_article a
                          left join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
                         where a.id between ? and ?
                        """)
                .params(firstId, lastId)
                .query((row, n) -> entry(row))
                .list());
    }

    @Override
    public Set<String> scopes(Viewer viewer, @Nullable String type) {
        return viewer.isCustomer() ? Set.of(CUSTOMERS) : Set.of();
    }

    private static SearchEntry entry(ResultSet row) throws SQLException {
        var number = new ArticleNumber(row.getLong("number"));
        var text = KnowledgeArticleQueries.text(row, "");
        return new SearchEntry(
                new SubjectRef(ArticleSubject.TYPE, row.getLong("id")),
                number.toString(),
                Stream.of(text.titleZh(), text.titleEn())
                        .filter(title -> !title.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Markdown.plainText(text.bodyZh()) + "\n" + Markdown.plainText(text.bodyEn()),
                readers(row),
                "/knowledge/" + number.slug(text.slugTitle()),
                Set.of());
    }

    private static Set<String> readers(ResultSet row) throws SQLException {
        var readers = new HashSet<>(WRITERS);
        if (row.getBoolean("shown")) {
            readers.add("staff");
            var visibility = ArticleVisibility.valueOf(row.getString("visibility"));
            if (visibility != ArticleVisibility.STAFF) {
                readers.add(CUSTOMERS);
            }
            if (visibility == ArticleVisibility.PUBLIC) {
                readers.add("everybody");
            }
        }
        return readers;
    }
}
