package io.throughline.project.document;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DocumentRepository extends Repository<Document, Long> {

    Document saveAndFlush(Document document);

    Optional<Document> findByProjectIdAndNumber(long projectId, int number);
}
