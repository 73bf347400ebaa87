package io.throughline.foundation.people;

import org.jspecify.annotations.Nullable;

/**
 * Something was done to an account that no entity's change tells, such as a token made; for the audit trail, in the same
 * transaction.
 *
 * @param table what was written, with its schema
 * @param field in a word what is meant
 * @param before never a secret
 * @param after never a secret
 */
public record AccountDeed(
        Viewer by,
        UserId user,
        String table,
        String field,
        @Nullable String before,
        @Nullable String after) {}
