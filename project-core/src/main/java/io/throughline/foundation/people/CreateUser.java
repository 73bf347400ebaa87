package io.throughline.foundation.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person sign in.
 *
 * @param login 2 to 60 of a–z, 0–9, dot, dash, underscore; unique without regard to case
 * @param password plain, at least 8 characters; null when the person is to set it through an invitation
 * @param contactId the contact behind a {@link Role#CUSTOMER}
 */
public record CreateUser(
        @NotBlank @Size(max = 60) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String login,

        @NotBlank @Size(max = 80) String name,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String mobile,
        @NotEmpty Set<Role> roles,
        @Nullable @Size(min = 8, max = 256) String password,
        @Nullable Long contactId) {}
