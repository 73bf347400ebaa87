package io.throughline.aftersales.assignment;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import java.util.HashSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives teams their rules of assignment and takes them away. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.MANAGER, Role.ADMIN})
public class AssignmentRules {

    private final AssignmentRuleRepository rules;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;

    /**
     * Gives the team its rule, or changes the one it has. Throws {@link NotFound} for an unknown team,
     * {@link io.throughline.foundation.model.StaleVersion} for an older version and {@link RuleViolation} at the field that
     * does not fit.
     */
    public void save(Viewer viewer, TeamId team, SaveAssignmentRule command) {
        requireTeam(team);
        requireCalendar(command.calendarId());
        requireOnce(command.wanted());
        var rule = rules.findByTeamId(team.value())
                .map(known -> changed(known, command))
                .orElseGet(() -> new AssignmentRule(team.value(), command));
        rules.saveAndFlush(rule);
    }

    /** From now on the team's tickets are assigned by hand; what waits is left to people. */
    public void remove(Viewer viewer, TeamId team) {
        rules.delete(rules.findByTeamId(team.value()).orElseThrow(() -> new NotFound("rule of team", team.value())));
        rules.flush();
        jdbc.sql("delete from aftersales.assignment_turn where team_id = ?")
                .param(team.value())
                .update();
    }

    private static AssignmentRule changed(AssignmentRule rule, SaveAssignmentRule command) {
        rule.requireVersion(command.version());
        rule.change(command);
        return rule;
    }

    private void requireTeam(TeamId team) {
        if (!jdbc.sql("select exists (select 1 from foundation.team where id = ?)")
                .param(team.value())
                .query(Boolean.class)
                .single()) {
            throw new NotFound("team", team.value());
        }
    }

    private void requireCalendar(@Nullable Long calendar) {
        if (calendar != null && !calendars.exists(new WorkCalendarId(calendar))) {
            throw new RuleViolation("aftersales.assignment.unknownCalendar").at("calendarId");
        }
    }

    private static void requireOnce(List<SkillNeed> needs) {
        var seen = new HashSet<SkillNeed>();
        for (var need : needs) {
            if (!seen.add(need)) {
                throw new RuleViolation("aftersales.assignment.needTwice", need.skill()).at("needs");
            }
        }
    }
}
