package io.throughline.aftersales.knowledge;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What an article said to its readers from a moment on, never changed afterwards. */
@Entity
@Getter
@Table(schema = "aftersales", name = "knowledge_edition")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class KnowledgeEdition extends Aggregate {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "article_id")
    private KnowledgeArticle article;

    private int number;
    private String titleZh;
    private String bodyZh;
    private String titleEn;
    private String bodyEn;

    @Enumerated(EnumType.STRING)
    private ArticleVisibility visibility;

    private @Nullable Long writtenBy;
    private Instant publishedAt;

    KnowledgeEdition(KnowledgeArticle article, Instant now) {
        this.article = article;
        this.number = article.getEdition();
        this.titleZh = article.getTitleZh();
        this.bodyZh = article.getBodyZh();
        this.titleEn = article.getTitleEn();
        this.bodyEn = article.getBodyEn();
        this.visibility = article.getVisibility();
        this.writtenBy = article.getWrittenBy();
        this.publishedAt = now;
    }
}
