package io.throughline.project.document;

import org.springframework.data.repository.Repository;

interface DocumentVersionRepository extends Repository<DocumentVersion, Long> {

    DocumentVersion saveAndFlush(DocumentVersion version);
}
