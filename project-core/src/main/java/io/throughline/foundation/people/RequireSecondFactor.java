package io.throughline.foundation.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whose sign-in needs a second factor.
 *
 * @param roles whoever holds one of them; empty for nobody
 * @param version as the form was filled; null to skip the check
 */
public record RequireSecondFactor(Set<Role> roles, @Nullable Integer version) {

    public RequireSecondFactor {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}
