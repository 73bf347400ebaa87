package io.throughline.aftersales.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How tickets of a team find who works on them.
 *
 * @param automatic at once when a ticket comes to the team; null says no: only when asked
 * @param onDutyOnly only people in their working hours; null says no. People on leave get nothing either way
 * @param skillsRequired whether a ticket waits for somebody with the skills it wants; null says no: others get it after those
 * @param mostOpen open tickets a person has at most before getting none by this rule; null for no limit
 * @param calendarId shift of members without a calendar of their own; null for Monday to Friday, 8–12 and 13–17
 * @param version of the rule the form was filled from; null for a new one, or to change it whatever it is
 */
public record SaveAssignmentRule(
        @NotNull AssignmentStrategy strategy,
        @Nullable Boolean automatic,
        @Nullable Boolean onDutyOnly,
        @Nullable Boolean skillsRequired,
        @Nullable @Min(1) @Max(1000) Integer mostOpen,
        @Nullable Long calendarId,
        @Nullable @Size(max = 50) List<@Valid SkillNeed> needs,
        @Nullable Integer version) {

    public SaveAssignmentRule {
        needs = needs == null ? List.of() : List.copyOf(needs);
    }

    List<SkillNeed> wanted() {
        return needs == null ? List.of() : needs;
    }
}
