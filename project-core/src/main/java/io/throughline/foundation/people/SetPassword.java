package io.throughline.foundation.people;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * Sets a password by a link that was mailed.
 *
 * @param token the secret of the link
 * @param password the new one, 8 to 256 characters
 * @param repeated the new one again
 */
public record SetPassword(
        @NotEmpty @Size(max = 200) String token,
        @NotEmpty @Size(max = 1000) String password,
        @NotEmpty @Size(max = 1000) String repeated) {

    @Override
    public String toString() {
        return "SetPassword[]";
    }
}
