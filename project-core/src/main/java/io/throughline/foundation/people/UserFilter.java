package io.throughline.foundation.people;

import org.jspecify.annotations.Nullable;

/**
 * Which users a list shows.
 *
 * @param text part of the name, sign-in name, mail address or mobile number
 * @param role who hold it
 * @param team who belong to it
 * @param active null for both
 */
public record UserFilter(
        @Nullable String text,
        @Nullable Role role,
        @Nullable Long team,
        @Nullable Boolean active) {}
