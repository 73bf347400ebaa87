package io.throughline.foundation.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user in a list.
 *
 * @param invited whether the first password is still to be set
 * @param locked whether sign-in is refused for now after too many wrong passwords
 * @param lastSignInAt null when never
 */
public record UserRow(
        long id,
        String login,
        String name,
        @Nullable String email,
        @Nullable String mobile,
        boolean active,
        boolean invited,
        boolean locked,
        boolean secondFactor,
        @Nullable Instant lastSignInAt,
        List<Role> roles) {}
