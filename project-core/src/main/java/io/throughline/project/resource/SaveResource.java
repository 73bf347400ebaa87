package io.throughline.project.resource;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes or replaces a resource.
 *
 * @param version as the form was filled; null to skip the check
 * @param project key of the plan that alone knows it; null for the company's pool
 * @param userId the user this person is; null for somebody only named
 * @param maxUnits how much there is of it at a time; 1 is one full resource
 * @param calendarId its own working hours; null for those of each plan
 * @param unitLabel what a material is counted in
 */
public record SaveResource(
        @Nullable Integer version,
        @NotBlank @Size(max = 200) String name,
        @NotNull ResourceKind kind,
        @Nullable @Size(max = 10) String project,
        @Nullable Long userId,

        @NotNull @DecimalMin("0") @DecimalMax("99999") BigDecimal maxUnits,

        @Nullable Long calendarId,
        @Nullable @Size(max = 40) String unitLabel,
        @Nullable @Size(max = 120) String group,
        @Size(max = 50) List<@Valid SkillLevel> skills,
        @Size(max = 200) List<@Valid Leave> leave) {

    public SaveResource {
        skills = skills == null ? List.of() : List.copyOf(skills);
        leave = leave == null ? List.of() : List.copyOf(leave);
    }

    /** One full resource of the company without anything special. */
    public static SaveResource named(String name, ResourceKind kind) {
        return new SaveResource(null, name, kind, null, null, BigDecimal.ONE, null, null, null, List.of(), List.of());
    }
}
