package io.throughline.project.document;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
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
@Table(schema = "project", name = "document")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Document extends Aggregate {

    private long projectId;
    private int number;
    private String title;
    private @Nullable String folder;

    @Enumerated(EnumType.STRING)
    private DocumentStatus status;

    private int latestVersion;
    private @Nullable Integer approvedVersion;
    private @Nullable Instant approvedAt;
    private @Nullable Long approvedBy;
    private @Nullable Instant deletedAt;

    Document(long projectId, int number, String title, @Nullable String folder) {
        this.projectId = projectId;
        this.number = number;
        this.title = title.strip();
        this.folder = folder == null || folder.isBlank() ? null : folder.strip();
        this.status = DocumentStatus.DRAFT;
    }

    /** A new version is a draft again; the approved one stays on record. */
    int nextVersion() {
        status = DocumentStatus.DRAFT;
        latestVersion++;
        return latestVersion;
    }

    void approve(@Nullable Long by, Instant at) {
        if (status == DocumentStatus.APPROVED) {
            throw new RuleViolation("project.document.alreadyApproved");
        }
        status = DocumentStatus.APPROVED;
        approvedVersion = latestVersion;
        approvedBy = by;
        approvedAt = at;
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }
}
