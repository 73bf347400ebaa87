package io.throughline.foundation.people;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * Replaces one's own password.
 *
 * @param current the one in force
 * @param password the new one, 8 to 256 characters
 * @param repeated the new one again
 */
public record ChangePassword(
        @NotEmpty @Size(max = 1000) String current,
        @NotEmpty @Size(max = 1000) String password,
        @NotEmpty @Size(max = 1000) String repeated) {

    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
