package io.throughline.foundation.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Founds or changes a team.
 *
 * @param members users of the company
 * @param version of the record the form was filled from; null to change it whatever it is
 */
public record SaveTeam(
        @NotBlank @Size(max = 80) String nameZh,
        @NotBlank @Size(max = 80) String nameEn,
        @Size(max = 500) Set<Long> members,
        @Nullable Integer version) {

    public SaveTeam {
        members = members == null ? Set.of() : Set.copyOf(members);
    }
}
