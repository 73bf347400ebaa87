package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AssignmentRuleQueries;
import io.throughline.aftersales.assignment.AssignmentRules;
import io.throughline.aftersales.assignment.AssignmentStrategy;
import io.throughline.aftersales.assignment.RuleOfTeam;
import io.throughline.aftersales.assignment.SaveAssignmentRule;
import io.throughline.aftersales.assignment.SkillNeed;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules of assignment for programs, one a team. */
@RestController
@RequestMapping("/api/v1/assignment-rules")
@RequiredArgsConstructor
class AssignmentRuleApi {

    private final AssignmentRules rules;
    private final AssignmentRuleQueries queries;

    record Stored(
            long team,
            int version,
            AssignmentStrategy strategy,
            boolean automatic,
            boolean onDutyOnly,
            boolean skillsRequired,
            @Nullable Integer mostOpen,
            @Nullable Long calendar,
            List<SkillNeed> needs) {}

    /** What is missing says no, or asks for nothing. */
    record Body(
            @NotNull AssignmentStrategy strategy,
            @Nullable Boolean automatic,
            @Nullable Boolean onDutyOnly,
            @Nullable Boolean skillsRequired,
            @Nullable @Min(1) @Max(1000) Integer mostOpen,
            @Nullable Long calendar,
            @Nullable @Size(max = 50) List<@Valid SkillNeed> needs) {

        SaveAssignmentRule command(@Nullable Integer version) {
            return new SaveAssignmentRule(
                    strategy, automatic, onDutyOnly, skillsRequired, mostOpen, calendar, needs, version);
        }
    }

    @GetMapping
    List<Stored> list(Viewer viewer) {
        return queries.all(viewer).stream()
                .filter(RuleOfTeam::isThere)
                .map(AssignmentRuleApi::stored)
                .toList();
    }

    @GetMapping("/{team}")
    ResponseEntity<Stored> show(Viewer viewer, @PathVariable long team) {
        var rule = queries.require(viewer, new TeamId(team));
        if (rule.version() == null) {
            throw new NotFound("rule of team", team);
        }
        return Versions.tagged(stored(rule), rule.version());
    }

    /** The team's first rule needs no {@code If-Match}. */
    @PutMapping("/{team}")
    ResponseEntity<Stored> save(
            Viewer viewer,
            @PathVariable long team,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody Body body) {
        boolean known = queries.require(viewer, new TeamId(team)).isThere();
        rules.save(viewer, new TeamId(team), body.command(known ? Versions.seen(match) : null));
        return show(viewer, team);
    }

    @DeleteMapping("/{team}")
    ResponseEntity<Void> remove(Viewer viewer, @PathVariable long team) {
        rules.remove(viewer, new TeamId(team));
        return ResponseEntity.noContent().build();
    }

    private static Stored stored(RuleOfTeam rule) {
        return new Stored(
                rule.teamId(),
                rule.version() == null ? 0 : rule.version(),
                rule.strategy(),
                rule.automatic(),
                rule.onDutyOnly(),
                rule.skillsRequired(),
                rule.mostOpen(),
                rule.calendarId(),
                rule.needs());
    }
}
