package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AssignmentStrategy;
import io.throughline.aftersales.assignment.RuleOfTeam;
import io.throughline.aftersales.assignment.SaveAssignmentRule;
import io.throughline.aftersales.assignment.SkillNeed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team's rule as typed; the skills it wants are kept one by one beside it. */
record RuleForm(
        @NotNull @Nullable AssignmentStrategy strategy,
        @Nullable Boolean automatic,
        @Nullable Boolean onDutyOnly,
        @Nullable Boolean skillsRequired,
        @Min(1) @Max(1000) @Nullable Integer mostOpen,
        @Nullable Long calendarId,
        @Nullable Integer version) {

    static RuleForm of(RuleOfTeam rule) {
        return rule.isThere()
                ? new RuleForm(
                        rule.strategy(),
                        rule.automatic(),
                        rule.onDutyOnly(),
                        rule.skillsRequired(),
                        rule.mostOpen(),
                        rule.calendarId(),
                        rule.version())
                : new RuleForm(AssignmentStrategy.LEAST_LOAD, true, true, false, null, null, null);
    }

    /** Call it on a valid form. */
    SaveAssignmentRule command(List<SkillNeed> needs) {
        if (strategy == null) {
            throw new IllegalStateException("a form is read when it is valid");
        }
        return new SaveAssignmentRule(
                strategy, automatic, onDutyOnly, skillsRequired, mostOpen, calendarId, needs, version);
    }
}
