package io.throughline.foundation.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is known of a user and what the user may do.
 *
 * @param version of the record the form was filled from; null to change it whatever it is
 */
public record ChangeUser(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String mobile,
        @NotEmpty Set<Role> roles,
        @Nullable Integer version) {

    public ChangeUser {
        email = email == null || email.isBlank() ? null : email.trim();
        mobile = mobile == null || mobile.isBlank() ? null : mobile.trim();
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}
