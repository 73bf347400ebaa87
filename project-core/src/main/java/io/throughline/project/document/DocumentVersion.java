package io.throughline.project.document;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.SubjectRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "project", name = "document_version")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class DocumentVersion extends Aggregate implements Audited {

    private long documentId;
    private int number;
    private long attachmentId;
    private String fileName;
    private long sizeBytes;
    private @Nullable String note;

    DocumentVersion(
            long documentId, int number, long attachmentId, String fileName, long sizeBytes, @Nullable String note) {
        this.documentId = documentId;
        this.number = number;
        this.attachmentId = attachmentId;
        this.fileName = fileName;
        this.sizeBytes = sizeBytes;
        this.note = note == null || note.isBlank() ? null : note.strip();
    }

    @Override
    public SubjectRef auditSubject() {
        return new SubjectRef("DOCUMENT", documentId);
    }
}
