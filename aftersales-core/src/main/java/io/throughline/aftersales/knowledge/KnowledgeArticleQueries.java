package io.throughline.aftersales.knowledge;

import static java.util.stream.Collectors.toMap;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows articles to those who write them, drafts and retired ones too. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.MANAGER})
public class KnowledgeArticleQueries {

    private static final int MOST_FOUND = 100;

    private static final String ROW = """
            select a.id, a.number, a.state, a.visibility, a.edition, a.retired_at, a.changed_at,
                   coalesce(e.title_zh, a.title_zh) as title_zh, coalesce(e.title_en, a.title_en) as title_en,
                   '' as body_zh, '' as body_en, u.name as writer,
                   a.reviewed_at + make_interval(days => a.review_days) < :now and a.retired_at is null as review_due,
                   (select count(*) from aftersales.knowledge_vote v where v.article_id = a.id and v.helpful) as helpful,
                   (select count(*) from aftersales.knowledge_vote v where v.article_id = a.id and not v.helpful) as not_helpful,
                   (select count(*) from aftersales.knowledge_use s where s.article_id = a.id) as tickets
              from aftersales.knowledge_article a
              left join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
              left join foundation.app_user u on u.id = a.written_by
            """;

    private final JdbcClient jdbc;
    private final Search search;
    private final Clock clock;

    /** The latest change first. */
    public Page<ArticleRow> list(Viewer viewer, ArticleFilter filter, PageRequest request) {
        var params = params(filter);
        var cursor = request.cursor();
        var place = "true";
        if (cursor != null) {
            params.put("at", Timestamp.from(Instant.parse(cursor.value(0))));
            params.put("id", cursor.id());
            place = "(a.changed_at, a.id) %s (:at, :id)".formatted(request.backwards() ? ">" : "<");
        }
        params.put("size", request.size() + 1);
        var fetched = jdbc.sql(ROW + " where " + condition(filter) + " and " + place + " order by "
                        + (request.backwards() ? "a.changed_at, a.id" : "a.changed_at desc, a.id desc")
                        + " limit :size")
                .params(params)
                .query((row, n) -> new Found(row.getLong("id"), row(row)))
                .list();
        var page = Page.cut(fetched, request, found -> Cursor.of(found.row().changedAt(), found.id()));
        return new Page<>(page.rows().stream().map(Found::row).toList(), page.next(), page.previous());
    }

    /** Those in which all of the words stand, the likeliest first; a hundred at most. */
    public List<ArticleRow> find(Viewer viewer, String typed, ArticleFilter filter) {
        var ids = search.find(viewer, typed, ArticleSubject.TYPE, MOST_FOUND).stream()
                .map(Search.Hit::id)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var params = params(filter);
        params.put("ids", ids);
        var rows = jdbc
                .sql(ROW + " where a.id in (:ids) and " + condition(filter))
                .params(params)
                .query((row, n) -> new Found(row.getLong("id"), row(row)))
                .list()
                .stream()
                .collect(toMap(Found::id, Found::row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** How many texts wait for a second pair of eyes. */
    public long submitted(Viewer viewer) {
        return jdbc.sql("select count(*) from aftersales.knowledge_article where state = 'SUBMITTED'"
                        + " and retired_at is null")
                .query(Long.class)
                .single();
    }

    public ArticleDetail require(Viewer viewer, ArticleNumber number) {
        return jdbc.sql("""
                        select a.*, e.title_zh as shown_title_zh, e.body_zh as shown_body_zh, e.title_en as shown_title_en,
                               e.body_en as shown_body_en, e.visibility as shown_visibility, u.name as writer,
                               a.reviewed_at + make_interval(days => a.review_days) < :now and a.retired_at is null
                                   as review_due, v.helpful, v.not_helpful, v.mine
                          from aftersales.knowledge_article a
                          left join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
                          left join foundation.app_user u on u.id = a.written_by
                          cross join lateral (select count(*) filter (where helpful) as helpful,
                                                     count(*) filter (where not helpful) as not_helpful,
                                                     bool_or(helpful) filter (where user_id = :viewer) as mine
                                                from aftersales.knowledge_vote where article_id = a.id) v
                         where a.number = :number
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("viewer", viewer.id().value())
                .param("number", number.value())
                .query((row, n) -> detail(row))
                .optional()
                .orElseThrow(() -> new NotFound("article", number.toString()));
    }

    /** What an edition said. */
    public ArticleText edition(Viewer viewer, ArticleNumber number, int edition) {
        return jdbc.sql("""
                        select e.* from aftersales.knowledge_edition e
                          join aftersales.knowledge_article a on a.id = e.article_id
                         where a.number = ? and e.number = ?
                        """)
                .params(number.value(), edition)
                .query((row, n) -> text(row, ""))
                .optional()
                .orElseThrow(() -> new NotFound("edition of " + number, edition));
    }

    private ArticleDetail detail(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var number = new ArticleNumber(row.getLong("number"));
        int edition = row.getInt("edition");
        var draft = text(row, "");
        var published = edition == 0 ? null : text(row, "shown_");
        var wanted = ArticleVisibility.valueOf(row.getString("visibility"));
        return new ArticleDetail(
                new ArticleId(id),
                row.getInt("version"),
                number,
                number.slug((published == null ? draft : published).slugTitle()),
                state(row),
                draft,
                published,
                edition == 0 ? wanted : ArticleVisibility.valueOf(row.getString("shown_visibility")),
                wanted,
                row.getObject("written_by", Long.class),
                row.getString("writer"),
                row.getString("returned_note"),
                edition,
                row.getInt("review_days"),
                instant(row, "reviewed_at"),
                row.getBoolean("review_due"),
                instant(row, "retired_at"),
                row.getLong("helpful"),
                row.getLong("not_helpful"),
                row.getObject("mine", Boolean.class),
                editions(id),
                remarks(id));
    }

    private List<ArticleDetail.Edition> editions(long article) {
        return jdbc.sql("""
                        select e.number, e.published_at, w.name as writer, r.name as reader
                          from aftersales.knowledge_edition e
                          left join foundation.app_user w on w.id = e.written_by
                          left join foundation.app_user r on r.id = e.created_by
                         where e.article_id = ? order by e.number desc limit 50
                        """)
                .param(article)
                .query((row, n) -> new ArticleDetail.Edition(
                        row.getInt("number"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("writer"),
                        row.getString("reader")))
                .list();
    }

    private List<ArticleDetail.Remark> remarks(long article) {
        return jdbc.sql("""
                        select v.helpful, v.remark, u.name, v.at
                          from aftersales.knowledge_vote v join foundation.app_user u on u.id = v.user_id
                         where v.article_id = ? and v.remark <> '' order by v.at desc limit 20
                        """)
                .param(article)
                .query((row, n) -> new ArticleDetail.Remark(
                        row.getBoolean("helpful"),
                        row.getString("remark"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private Map<String, Object> params(ArticleFilter filter) {
        var params = new HashMap<String, Object>();
        params.put("now", Timestamp.from(clock.instant()));
        if (filter.state() != null && filter.state() != ArticleState.RETIRED) {
            params.put("state", filter.state().name());
        }
        if (filter.visibility() != null) {
            params.put("visibility", filter.visibility().name());
        }
        return params;
    }

    private static String condition(ArticleFilter filter) {
        return (filter.state() == ArticleState.RETIRED ? "a.retired_at is not null" : "a.retired_at is null")
                + (filter.state() == null || filter.state() == ArticleState.RETIRED ? "" : " and a.state = :state")
                + (filter.visibility() == null ? "" : " and coalesce(e.visibility, a.visibility) = :visibility")
                + (filter.reviewDue() ? " and a.reviewed_at + make_interval(days => a.review_days) < :now" : "");
    }

    private static ArticleRow row(ResultSet row) throws SQLException {
        var number = new ArticleNumber(row.getLong("number"));
        var text = text(row, "");
        return new ArticleRow(
                number,
                number.slug(text.slugTitle()),
                text,
                state(row),
                ArticleVisibility.valueOf(row.getString("visibility")),
                row.getInt("edition"),
                row.getString("writer"),
                row.getTimestamp("changed_at").toInstant(),
                row.getBoolean("review_due"),
                row.getLong("helpful"),
                row.getLong("not_helpful"),
                row.getLong("tickets"));
    }

    private static ArticleState state(ResultSet row) throws SQLException {
        return row.getTimestamp("retired_at") == null
                ? ArticleState.valueOf(row.getString("state"))
                : ArticleState.RETIRED;
    }

    static ArticleText text(ResultSet row, String prefix) throws SQLException {
        return new ArticleText(
                row.getString(prefix + "title_zh"),
                row.getString(prefix + "body_zh"),
                row.getString(prefix + "title_en"),
                row.getString(prefix + "body_en"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private record Found(long id, ArticleRow row) {}
}
