package io.throughline.web.account;

import io.throughline.foundation.people.CreateToken;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A token to be made.
 *
 * @param password asked for once more
 */
record TokenForm(
        @NotBlank @Size(max = 80) String name,
        @NotEmpty Set<String> scopes,
        @NotNull @Min(1) @Max(366) Integer days,
        @NotEmpty @Size(max = 1000) String password) {

    TokenForm {
        scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
    }

    CreateToken command() {
        return new CreateToken(name, scopes, days);
    }

    @Override
    public String toString() {
        return "TokenForm[name=" + name + "]";
    }
}
