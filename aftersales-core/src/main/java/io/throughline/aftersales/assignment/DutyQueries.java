package io.throughline.aftersales.assignment;

import io.throughline.foundation.calendar.Workforce;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a team is on duty now, how much they have, and what waits for the rule. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.TRAINER})
public class DutyQueries {

    private static final int MOST_WAITING = 20;

    private final AssignmentRuleQueries rules;
    private final CandidateReader candidates;
    private final Workforce workforce;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A team at a moment.
     *
     * @param waiting the most pressing tickets the rule is still to give to somebody, at most twenty
     */
    public record Duty(RuleOfTeam rule, List<Candidate> people, List<Waits> waiting) {}

    /** A ticket that waits for somebody to come. */
    public record Waits(String number, String subject, Instant since) {}

    /** The viewer's own pause. */
    public record OwnPause(
            @Nullable Instant until, @Nullable String reason) {}

    /** Throws {@link io.throughline.foundation.model.NotFound} for an unknown team. */
    public Duty of(Viewer viewer, TeamId team) {
        var rule = rules.require(viewer, team);
        var people = candidates.of(rule, List.of(), clock.instant());
        var waiting = jdbc.sql("""
                        select t.number, t.subject, w.since
                          from aftersales.assignment_wait w
                          join aftersales.ticket t on t.id = w.ticket_id
                         where w.team_id = ?
                         order by t.priority, w.since, t.id
                         limit ?
                        """)
                .params(team.value(), MOST_WAITING)
                .query((row, n) -> new Waits(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getTimestamp("since").toInstant()))
                .list();
        return new Duty(rule, people, waiting);
    }

    /** Null where the viewer takes tickets. */
    public @Nullable OwnPause ownPause(Viewer viewer) {
        return jdbc.sql(
                        "select until, reason from aftersales.agent_pause where user_id = ? and (until is null or until > ?)")
                .params(viewer.id().value(), Timestamp.from(clock.instant()))
                .query((row, n) -> {
                    var until = row.getTimestamp("until");
                    return new OwnPause(until == null ? null : until.toInstant(), row.getString("reason"));
                })
                .optional()
                .orElse(null);
    }

    /** Skills people have, for rules to ask for. */
    @Allow({Role.MANAGER, Role.ADMIN})
    public List<String> skills(Viewer viewer) {
        return workforce.skills();
    }
}
