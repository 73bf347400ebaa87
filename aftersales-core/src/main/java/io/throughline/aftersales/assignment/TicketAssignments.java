package io.throughline.aftersales.assignment;

import io.throughline.aftersales.ticket.RoutableTicket;
import io.throughline.aftersales.ticket.RouteTicket;
import io.throughline.aftersales.ticket.TicketId;
import io.throughline.aftersales.ticket.TicketRouting;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives tickets to people by the rules of their teams.
 *
 * <p>One decision at a time on all nodes, so that each sees what the one before it gave to whom: the ticket is locked
 * first, then the decision.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER})
public class TicketAssignments {

    /** Of the lock that decisions take; a number nobody else uses. */
    private static final long DECISION = 4_720_118_363L;

    private final TicketRouting routing;
    private final RuleReader rules;
    private final CandidateReader candidates;
    private final AssignmentWaits waits;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Gives the ticket to somebody now. Where nobody may get it, it stays with whom it is; without anybody it waits until
     * somebody may. Throws {@link RuleViolation} for a ticket without a team and a team without a rule.
     */
    public AssignmentOutcome byRule(Viewer viewer, String number) {
        var outcome = new AtomicReference<@Nullable AssignmentOutcome>();
        routing.route(viewer, number, ticket -> decided(ticket, outcome));
        return Objects.requireNonNull(outcome.get());
    }

    /** What the rule would choose now, and how it sees each member; nothing is done. */
    @Transactional(readOnly = true)
    public AssignmentChoice explain(Viewer viewer, String number) {
        var ticket = routing.facts(viewer, number);
        return choose(rule(ticket), ticket);
    }

    /** For an automation rule: the ticket is given to somebody in a moment, whoever had it before. */
    @Allow
    public void soon(Viewer viewer, TicketId id) {
        routing.route(viewer, id, ticket -> {
            var rule = rule(ticket);
            waits.add(ticket.id(), rule.teamId(), clock.instant());
            return Optional.empty();
        });
    }

    /** As {@link #byRule(Viewer, String)} for a ticket that waits. */
    @Allow
    public AssignmentOutcome byRule(Viewer viewer, TicketId id) {
        var outcome = new AtomicReference<@Nullable AssignmentOutcome>();
        routing.route(viewer, id, ticket -> decided(ticket, outcome));
        return Objects.requireNonNull(outcome.get());
    }

    private Optional<RouteTicket> decided(RoutableTicket ticket, AtomicReference<@Nullable AssignmentOutcome> outcome) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(DECISION)
                .query((row, n) -> true)
                .single();
        var rule = rule(ticket);
        var choice = choose(rule, ticket);
        var chosen = choice.chosen();
        if (chosen == null) {
            if (ticket.assigneeId() == null) {
                waits.add(ticket.id(), rule.teamId(), clock.instant());
            }
            outcome.set(new AssignmentOutcome(ticket.number(), choice, null));
            return Optional.empty();
        }
        var reason = AssignmentReason.of(rule.strategy(), chosen);
        waits.remove(ticket.id());
        takeTurn(rule.teamId(), chosen.id());
        outcome.set(new AssignmentOutcome(ticket.number(), choice, reason));
        return Optional.of(new RouteTicket(chosen.id(), reason.said()));
    }

    private AssignmentChoice choose(RuleOfTeam rule, RoutableTicket ticket) {
        return AssignmentChoice.of(rule.strategy(), candidates.of(rule, rule.needsOf(ticket), clock.instant()));
    }

    private RuleOfTeam rule(RoutableTicket ticket) {
        var team = ticket.teamId();
        if (team == null) {
            throw new RuleViolation("aftersales.assignment.noTeam");
        }
        return rules.of(team)
                .filter(RuleOfTeam::isThere)
                .orElseThrow(() -> new RuleViolation("aftersales.assignment.noRule"));
    }

    private void takeTurn(long team, long user) {
        jdbc.sql("""
                        insert into aftersales.assignment_turn (team_id, user_id, turn)
                        values (:team, :user,
                                (select coalesce(max(turn), 0) + 1 from aftersales.assignment_turn where team_id = :team))
                        on conflict (team_id, user_id) do update set turn = excluded.turn
                        """).param("team", team).param("user", user).update();
    }
}
