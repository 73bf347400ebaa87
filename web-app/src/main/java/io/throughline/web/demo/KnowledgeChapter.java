package io.throughline.web.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What the desk has written down so far, who found it helpful, and on which tickets it was used. */
@RequiredArgsConstructor
final class KnowledgeChapter {

    private static final int YEAR = 365;
    private static final Duration TO_READ = Duration.ofDays(3);
    private static final String TEXT = "title_zh, body_zh, title_en, body_en, visibility, written_by";

    private final Story story;

    /** First of the ids set aside for the story. */
    private final long first;

    void write() {
        Sheet.lines("articles").forEach(this::tell);
    }

    private void tell(String[] told) {
        boolean published = told[1].equals("PUBLISHED");
        var read = published ? story.now.minus(Duration.ofDays(Long.parseLong(told[3]))) : null;
        var written = (read == null ? story.now : read).minus(TO_READ);
        long writer = story.person("agent").id();
        long id = story.id();
        var articles = Rows.ofRecords(
                story.jdbc,
                "aftersales.knowledge_article",
                "number, state, edition, review_days, reviewed_at, " + TEXT);
        articles.record(
                id,
                written,
                writer,
                story.jdbc.queryForObject("select nextval('aftersales.knowledge_article_number')", Long.class),
                told[1],
                published ? 1 : 0,
                YEAR,
                read,
                text(told[4]),
                text(told[5]),
                text(told[6]),
                text(told[7]),
                told[0],
                writer);
        articles.write();
        if (read != null) {
            publish(id, told, read, writer);
        }
    }

    private void publish(long article, String[] told, Instant read, long writer) {
        var editions =
                Rows.ofRecords(story.jdbc, "aftersales.knowledge_edition", "article_id, number, published_at, " + TEXT);
        editions.record(
                story.id(),
                read,
                story.person("manager").id(),
                article,
                1,
                read,
                text(told[4]),
                text(told[5]),
                text(told[6]),
                text(told[7]),
                told[0],
                writer);
        editions.write();
        story.jdbc.update("""
                insert into aftersales.knowledge_use (ticket_id, article_id, solved, added_by, at)
                select t.id, ?, mod(t.id, 3) <> 0, coalesce(t.resolved_by, ?), t.resolved_at
                  from aftersales.ticket t
                 where t.id between ? and ? and t.resolved_at > ? and t.subject ~ ?
                """, article, writer, first, first + Story.IDS - 1, Timestamp.from(read), told[2]);
        vote(article, "member", null, read);
        vote(article, "technician", null, read);
        if (!told[0].equals("STAFF")) {
            vote(article, "customer", told[0].equals("PUBLIC") ? null : "希望配上照片。", read);
        }
    }

    /** @param missing what the voter misses; null for a contented one */
    private void vote(long article, String login, @Nullable String missing, Instant read) {
        story.jdbc.update(
                """
                insert into aftersales.knowledge_vote (article_id, user_id, helpful, remark, at)
                select ?, id, ?, ?, ? from foundation.app_user where login = ?
                """,
                article,
                missing == null,
                missing == null ? "" : missing,
                Timestamp.from(read.plus(TO_READ)),
                login);
    }

    private static String text(String cell) {
        return cell.equals("-") ? "" : cell.replace("\\n", "\n");
    }
}
