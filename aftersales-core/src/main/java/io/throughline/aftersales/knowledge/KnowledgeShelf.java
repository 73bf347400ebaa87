package io.throughline.aftersales.knowledge;

import static java.util.stream.Collectors.toMap;

import io.throughline.foundation.activity.Markdown;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Published articles for their readers, each as far as it is meant for them; drafts and retired ones are not there. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class KnowledgeShelf {

    private static final int EXCERPT = 160;
    private static final String OPEN = "e.visibility = 'PUBLIC'";

    private static final String TEASER = """
            select a.id, a.number, e.title_zh, e.title_en, left(e.body_zh, 1000) as body_zh,
                   left(e.body_en, 1000) as body_en, e.published_at,
                   (select count(*) from aftersales.knowledge_vote v where v.article_id = a.id and v.helpful) as helpful
              from aftersales.knowledge_article a
              join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
             where a.retired_at is null and
            """;

    private final JdbcClient jdbc;
    private final Search search;

    /**
     * Articles in which all of the words stand, the likeliest first; without words those that helped most.
     *
     * @param limit 1 to 100
     */
    public List<ArticleTeaser> find(Viewer viewer, String typed, int limit) {
        if (typed.isBlank()) {
            return popular(readable(viewer), viewer.locale(), limit);
        }
        return teasers(search.find(viewer, typed, ArticleSubject.TYPE, limit), readable(viewer), viewer.locale());
    }

    /** The same for somebody who is not signed in. */
    @Allow(anyone = true)
    public List<ArticleTeaser> findOpen(String typed, Locale locale, int limit) {
        return typed.isBlank()
                ? popular(OPEN, locale, limit)
                : teasers(search.findOpen(typed, ArticleSubject.TYPE, limit), OPEN, locale);
    }

    /**
     * Articles that may answer what somebody is writing, the likeliest first.
     *
     * @param text subject and words of a question, in any language
     * @param limit 1 to 20
     */
    public List<ArticleTeaser> offer(Viewer viewer, String text, int limit) {
        return teasers(search.similar(viewer, text, ArticleSubject.TYPE, limit), readable(viewer), viewer.locale());
    }

    /**
     * @param language {@code zh} or {@code en} where the reader chose one
     * @throws NotFound for an article that is not there or not for this reader
     */
    public ShownArticle read(Viewer viewer, ArticleNumber number, @Nullable String language) {
        return read(number, readable(viewer), viewer.id().value(), viewer.locale(), language);
    }

    /** The same for somebody who is not signed in. */
    @Allow(anyone = true)
    public ShownArticle readOpen(ArticleNumber number, Locale locale, @Nullable String language) {
        return read(number, OPEN, Viewer.SYSTEM_ID.value(), locale, language);
    }

    private ShownArticle read(
            ArticleNumber number, String readable, long reader, Locale locale, @Nullable String asked) {
        return jdbc.sql("""
                        select a.id, a.number, e.*, v.helpful, v.not_helpful, v.mine
                          from aftersales.knowledge_article a
                          join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
                          cross join lateral (select count(*) filter (where helpful) as helpful,
                                                     count(*) filter (where not helpful) as not_helpful,
                                                     bool_or(helpful) filter (where user_id = :reader) as mine
                                                from aftersales.knowledge_vote where article_id = a.id) v
                         where a.number = :number and a.retired_at is null and %s
                        """.formatted(readable))
                .param("number", number.value())
                .param("reader", reader)
                .query((row, n) -> shown(row, number, locale, asked))
                .optional()
                .orElseThrow(() -> new NotFound("article", number.toString()));
    }

    private static ShownArticle shown(ResultSet row, ArticleNumber number, Locale locale, @Nullable String asked)
            throws SQLException {
        var text = KnowledgeArticleQueries.text(row, "");
        var language = text.languageFor(locale, asked);
        return new ShownArticle(
                new ArticleId(row.getLong("article_id")),
                number,
                number.slug(text.slugTitle()),
                text.title(language),
                text.body(language),
                language,
                text.isInBoth() ? (language.equals("zh") ? "en" : "zh") : null,
                row.getTimestamp("published_at").toInstant(),
                row.getLong("helpful"),
                row.getLong("not_helpful"),
                row.getObject("mine", Boolean.class));
    }

    private List<ArticleTeaser> popular(String readable, Locale locale, int limit) {
        return jdbc.sql(TEASER + readable + " order by helpful desc, e.published_at desc, a.id desc limit ?")
                .param(limit)
                .query((row, n) -> teaser(row, locale))
                .list();
    }

    private List<ArticleTeaser> teasers(List<Search.Hit> hits, String readable, Locale locale) {
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<Long, ArticleTeaser> known = jdbc
                .sql(TEASER + readable + " and a.id in (:ids)")
                .param("ids", hits.stream().map(Search.Hit::id).toList())
                .query((row, n) -> Map.entry(row.getLong("id"), teaser(row, locale)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return hits.stream()
                .map(hit -> known.get(hit.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static ArticleTeaser teaser(ResultSet row, Locale locale) throws SQLException {
        var number = new ArticleNumber(row.getLong("number"));
        var text = KnowledgeArticleQueries.text(row, "");
        var language = text.languageFor(locale, null);
        return new ArticleTeaser(
                number,
                number.slug(text.slugTitle()),
                text.title(language),
                Markdown.excerpt(text.body(language), EXCERPT),
                row.getTimestamp("published_at").toInstant(),
                row.getLong("helpful"));
    }

    /** The condition on a published edition {@code e}. */
    static String readable(Viewer viewer) {
        return viewer.isStaff() ? "true" : "e.visibility in ('CUSTOMERS', 'PUBLIC')";
    }
}
