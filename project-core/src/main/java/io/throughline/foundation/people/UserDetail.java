package io.throughline.foundation.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All an administrator sees of a user.
 *
 * @param tokens how many living API tokens
 * @param sessions how many sessions are open
 */
public record UserDetail(
        UserRow row,
        int version,
        @Nullable Long contactId,
        String locale,
        String zone,
        @Nullable Instant passwordChangedAt,
        Instant createdAt,
        Set<Long> teamIds,
        int tokens,
        int sessions) {}
