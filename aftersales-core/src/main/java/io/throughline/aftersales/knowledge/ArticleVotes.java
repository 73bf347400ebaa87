package io.throughline.aftersales.knowledge;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers say of articles, and which ones customers opened. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class ArticleVotes {

    private static final int LONGEST = 1000;

    private final KnowledgeShelf shelf;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * One vote a person; the last one counts.
     *
     * @param remark what is missing, or empty; at most 1 000 characters
     * @throws NotFound for an article that is not there or not for this reader
     */
    public void vote(Viewer viewer, ArticleNumber number, boolean helpful, String remark) {
        if (remark.strip().length() > LONGEST) {
            throw new RuleViolation("aftersales.knowledge.remarkTooLong", LONGEST).at("remark");
        }
        jdbc.sql("""
                        insert into aftersales.knowledge_vote (article_id, user_id, helpful, remark, at)
                        values (:article, :user, :helpful, :remark, :at)
                        on conflict (article_id, user_id) do update
                           set helpful = excluded.helpful, remark = excluded.remark, at = excluded.at
                        """)
                .param("article", article(viewer, number))
                .param("user", viewer.id().value())
                .param("helpful", helpful)
                .param("remark", remark.strip())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** A customer has opened the article in the portal; colleagues' reading is nobody's business. */
    public void opened(Viewer viewer, ShownArticle article) {
        if (viewer.isCustomer()) {
            jdbc.sql("insert into aftersales.knowledge_reading (user_id, article_id, at) values (?, ?, ?)")
                    .params(viewer.id().value(), article.id().value(), Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private long article(Viewer viewer, ArticleNumber number) {
        return shelf.read(viewer, number, null).id().value();
    }
}
