package io.throughline.foundation.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it.
 *
 * @param messageKey what it is doing, or what came of it; null at the start
 * @param total 0 when not known
 * @param result the result's data; empty until it is done
 */
public record JobDetail(
        long id,
        String kind,
        JobState state,
        long startedBy,
        String starterName,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempts,
        long done,
        long total,
        @Nullable String messageKey,
        Map<String, @Nullable Object> messageData,
        boolean cancelRequested,
        Map<String, @Nullable Object> result,
        @Nullable String link,
        @Nullable Long attachmentId) {

    /** 0 to 100; null when the total is not known. */
    public @Nullable Integer percent() {
        if (state == JobState.DONE) {
            return 100;
        }
        return total <= 0 ? null : (int) Math.min(100, done * 100 / total);
    }
}
