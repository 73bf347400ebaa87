package io.throughline.foundation.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program act for the viewer.
 *
 * @param name what the token is for, as the owner calls it
 * @param scopes {@code <resource>:read}, {@code <resource>:write} (includes read) or {@code *}
 * @param days until it expires; 90 when absent, 366 at most
 */
public record CreateToken(
        @NotBlank @Size(max = 80) String name,
        @NotEmpty @Size(max = 50) Set<@Pattern(regexp = "\\*|[a-z-]{2,40}:(read|write)") String> scopes,
        @Nullable @Min(1) @Max(366) Integer days) {}
