package io.throughline.aftersales.knowledge;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.SearchIndex;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes, reviews and publishes articles. What one person wrote another one publishes; a manager may do both.
 *
 * <p>Every command throws {@link NotFound} for an unknown number and {@link RuleViolation} for what the article's state
 * does not allow; {@code seen} is the version the change was made from, refused by {@link StaleVersion} when it is no
 * longer the stored one, null does not ask.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.MANAGER})
public class KnowledgeArticles {

    private final KnowledgeArticleRepository articles;
    private final JdbcClient jdbc;
    private final SearchIndex index;
    private final Clock clock;

    /** A draft: nobody but those who write sees it before it is published. */
    public ArticleNumber write(Viewer viewer, @Valid WriteArticle wanted) {
        var number = new ArticleNumber(jdbc.sql("select nextval('aftersales.knowledge_article_number')")
                .query(Long.class)
                .single());
        var article = articles.saveAndFlush(new KnowledgeArticle(number, wanted, viewer.personId()));
        article.changed();
        articles.saveAndFlush(article);
        return number;
    }

    public void change(Viewer viewer, ArticleNumber number, @Nullable Integer seen, @Valid WriteArticle wanted) {
        with(number, seen, article -> article.rewrite(wanted, viewer.personId()));
    }

    public void submit(Viewer viewer, ArticleNumber number, @Nullable Integer seen) {
        with(number, seen, KnowledgeArticle::submit);
    }

    /** Back to the writer. @param note what is to be mended, 1–1 000 characters */
    @Allow({Role.SUPPORT_AGENT, Role.MANAGER})
    public void giveBack(Viewer viewer, ArticleNumber number, @Nullable Integer seen, String note) {
        with(number, seen, article -> article.giveBack(note));
    }

    /** From now on readers see this text. */
    @Allow({Role.SUPPORT_AGENT, Role.MANAGER})
    public void publish(Viewer viewer, ArticleNumber number, @Nullable Integer seen) {
        with(number, seen, article -> article.publish(viewer.personId(), viewer.has(Role.MANAGER), clock.instant()));
    }

    /** Takes the newest edition back as the text; an article that never was published is deleted. */
    public void discard(Viewer viewer, ArticleNumber number, @Nullable Integer seen) {
        var article = require(number);
        article.requireVersion(seen);
        if (article.getEdition() == 0) {
            articles.delete(article);
            articles.flush();
            index.remove(new SubjectRef(ArticleSubject.TYPE, article.requireId()));
        } else {
            article.discard();
            articles.saveAndFlush(article);
        }
    }

    /** An older edition becomes the draft, to be submitted like any other. */
    public void restore(Viewer viewer, ArticleNumber number, @Nullable Integer seen, int edition) {
        with(number, seen, article -> article.restore(edition, viewer.personId()));
    }

    /** It has been read again and is still right. */
    public void confirm(Viewer viewer, ArticleNumber number, @Nullable Integer seen) {
        with(number, seen, article -> article.confirm(clock.instant()));
    }

    /** Nobody reads it any more; nothing is lost. */
    @Allow({Role.SUPPORT_AGENT, Role.MANAGER})
    public void retire(Viewer viewer, ArticleNumber number, @Nullable Integer seen) {
        with(number, seen, article -> article.retire(clock.instant()));
    }

    @Allow({Role.SUPPORT_AGENT, Role.MANAGER})
    public void reinstate(Viewer viewer, ArticleNumber number, @Nullable Integer seen) {
        with(number, seen, KnowledgeArticle::reinstate);
    }

    private void with(ArticleNumber number, @Nullable Integer seen, Consumer<KnowledgeArticle> change) {
        var article = require(number);
        article.requireVersion(seen);
        change.accept(article);
        articles.saveAndFlush(article);
    }

    private KnowledgeArticle require(ArticleNumber number) {
        return articles.findByNumber(number.value()).orElseThrow(() -> new NotFound("article", number.toString()));
    }
}
