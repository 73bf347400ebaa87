package io.throughline.aftersales.knowledge;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface KnowledgeArticleRepository extends Repository<KnowledgeArticle, Long> {

    KnowledgeArticle saveAndFlush(KnowledgeArticle article);

    Optional<KnowledgeArticle> findByNumber(long number);

    void delete(KnowledgeArticle article);

    void flush();
}
