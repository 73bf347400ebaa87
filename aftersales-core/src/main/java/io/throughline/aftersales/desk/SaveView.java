package io.throughline.aftersales.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A list of tickets to be kept under a name.
 *
 * @param query what stands behind the question mark of the list's address, for example {@code view=open&filter.priority=P1}
 * @param teamId needed with {@code TEAM}
 */
public record SaveView(
        @NotBlank @Size(max = 80) String name,
        @NotNull @Size(max = 2000) String query,
        @NotNull Sharing sharing,
        @Nullable Long teamId) {}
