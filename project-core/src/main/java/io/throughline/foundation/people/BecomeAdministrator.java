package io.throughline.foundation.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first administrator.
 *
 * @param code from the log
 * @param email optional; without one a forgotten password cannot be reset by mail
 */
public record BecomeAdministrator(
        @NotBlank @Size(max = 60) String code,

        @NotBlank @Size(max = 60) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String login,

        @NotBlank @Size(max = 80) String name,
        @Nullable @Email @Size(max = 254) String email,
        @NotEmpty @Size(max = 1000) String password,
        @NotEmpty @Size(max = 1000) String repeated) {

    public BecomeAdministrator {
        email = email == null || email.isBlank() ? null : email.trim();
    }

    @Override
    public String toString() {
        return "BecomeAdministrator[login=" + login + "]";
    }
}
