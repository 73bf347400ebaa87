package io.throughline.aftersales.knowledge;

import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which articles helped with which tickets, and which one solved it. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.MANAGER})
public class ArticleUses {

    private static final int MOST_TICKETS = 200;

    private final TicketDetailQueries tickets;
    private final TicketSubject subjects;
    private final KnowledgeShelf shelf;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The articles on a ticket the viewer was shown, first used first. */
    @Transactional(readOnly = true)
    @Allow(staff = true)
    public List<UsedArticle> of(Viewer viewer, TicketId ticket) {
        return jdbc.sql("""
                        select a.number, e.title_zh, e.title_en, '' as body_zh, '' as body_en, u.name, s.solved, s.at,
                               a.retired_at is null and e.visibility <> 'STAFF' as for_customers
                          from aftersales.knowledge_use s
                          join aftersales.knowledge_article a on a.id = s.article_id
                          join aftersales.knowledge_edition e on e.article_id = a.id and e.number = a.edition
                          left join foundation.app_user u on u.id = s.added_by
                         where s.ticket_id = ? order by s.at, a.id
                        """)
                .param(ticket.value())
                .query((row, n) -> {
                    var number = new ArticleNumber(row.getLong("number"));
                    var text = KnowledgeArticleQueries.text(row, "");
                    return new UsedArticle(
                            number,
                            number.slug(text.slugTitle()),
                            text.title(text.languageFor(viewer.locale(), null)),
                            row.getBoolean("for_customers"),
                            row.getBoolean("solved"),
                            row.getString("name"),
                            row.getTimestamp("at").toInstant());
                })
                .list();
    }

    /** Said twice it is one. Throws {@link NotFound} for a ticket or an article that is not there for the viewer. */
    public void add(Viewer viewer, String ticket, ArticleNumber number) {
        jdbc.sql("""
                        insert into aftersales.knowledge_use (ticket_id, article_id, solved, added_by, at)
                        values (:ticket, :article, false, :by, :at) on conflict do nothing
                        """)
                .param("ticket", ticket(viewer, ticket))
                .param("article", article(viewer, number))
                .param("by", viewer.personId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    public void remove(Viewer viewer, String ticket, ArticleNumber number) {
        jdbc.sql("""
                        delete from aftersales.knowledge_use
                         where ticket_id = ? and article_id = (select id from aftersales.knowledge_article where number = ?)
                        """).params(ticket(viewer, ticket), number.value()).update();
    }

    /** Whether the article solved the ticket; it is put on it where it is not there yet. */
    public void solved(Viewer viewer, String ticket, ArticleNumber number, boolean solved) {
        add(viewer, ticket, number);
        jdbc.sql("update aftersales.knowledge_use set solved = ? where ticket_id = ? and article_id = ?")
                .params(solved, ticket(viewer, ticket), article(viewer, number))
                .update();
    }

    /** The tickets an article was used on, as far as the viewer may see them; the latest two hundred, newest first. */
    @Transactional(readOnly = true)
    public List<TicketWithArticle> ticketsWith(Viewer viewer, ArticleId article) {
        var all = jdbc.sql("""
                        select t.id, t.number, t.subject, s.solved, s.at
                          from aftersales.knowledge_use s join aftersales.ticket t on t.id = s.ticket_id
                         where s.article_id = ? order by s.at desc limit %d
                        """.formatted(MOST_TICKETS))
                .param(article.value())
                .query((row, n) -> new TicketWithArticle(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getBoolean("solved"),
                        row.getTimestamp("at").toInstant()))
                .list();
        Set<Long> visible =
                subjects.visible(viewer, all.stream().map(TicketWithArticle::id).toList());
        return all.stream().filter(one -> visible.contains(one.id())).toList();
    }

    private long ticket(Viewer viewer, String number) {
        return tickets.detail(viewer, number).id().value();
    }

    private long article(Viewer viewer, ArticleNumber number) {
        return shelf.read(viewer, number, null).id().value();
    }

    /** @param solved whether the article solved it */
    public record TicketWithArticle(long id, String number, String subject, boolean solved, Instant at) {}
}
