package io.throughline.foundation.attachment;

import io.throughline.foundation.activity.Audited;
import io.throughline.foundation.activity.CommentId;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@Table(schema = "foundation", name = "attachment")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Attachment extends Aggregate implements Audited {

    private static final int LONGEST_TYPE = 120;

    private String subjectType;
    private long subjectId;
    private @Nullable Long commentId;
    private long fileId;
    private String fileName;
    private String contentType;
    private @Nullable String declaredType;
    private long size;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private long uploaderId;
    private String uploaderName;
    private @Nullable Instant removedAt;

    Attachment(
            Viewer uploader,
            SubjectRef subject,
            String fileName,
            FileType type,
            @Nullable String declaredType,
            StoredFile file,
            Visibility visibility) {
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.fileId = file.id();
        this.fileName = fileName;
        this.contentType = type.contentType();
        this.declaredType = declaredType == null || declaredType.length() > LONGEST_TYPE ? null : declaredType;
        this.size = file.size();
        this.visibility = visibility;
        this.uploaderId = uploader.id().value();
        this.uploaderName = uploader.name();
    }

    SubjectRef subject() {
        return new SubjectRef(subjectType, subjectId);
    }

    @Override
    public SubjectRef auditSubject() {
        return subject();
    }

    void belongTo(CommentId comment) {
        commentId = comment.value();
    }

    /** Staff may tidy up after each other; a customer only after himself. */
    void remove(Viewer viewer, Instant at) {
        if (removedAt != null) {
            throw new NotFound("attachment", requireId());
        }
        if (!viewer.isStaff() && uploaderId != viewer.id().value()) {
            throw new RuleViolation("foundation.attachment.notYours");
        }
        removedAt = at;
    }
}
