package io.throughline.foundation.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the administrator sees it: no content.
 *
 * @param nextAt when it is tried next, where it is pending
 * @param settledAt when it was sent or given up
 */
public record OutboxRow(
        long id,
        String recipient,
        String template,
        OutboxState state,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Instant settledAt,
        @Nullable String lastError) {}
