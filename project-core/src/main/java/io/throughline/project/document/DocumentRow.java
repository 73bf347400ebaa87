package io.throughline.project.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document with its versions, the latest first. */
public record DocumentRow(
        long id,
        int number,
        String title,
        @Nullable String folder,
        DocumentStatus status,
        @Nullable Integer approvedVersion,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        List<Version> versions) {

    public DocumentRow {
        versions = List.copyOf(versions);
    }

    public Version latest() {
        return versions.get(0);
    }

    /** One stored state. */
    public record Version(
            int number,
            long attachmentId,
            String fileName,
            long sizeBytes,
            @Nullable String note,
            @Nullable String by,
            Instant at) {}
}
