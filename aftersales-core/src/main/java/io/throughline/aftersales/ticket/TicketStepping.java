package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what steps would change of a ticket, and changes it. */
@Component
@RequiredArgsConstructor
class TicketStepping {

    private final TicketStatuses statuses;
    private final TicketCourse course;
    private final TicketDesk desk;

    /** Throws {@link RuleViolation} at its field for a status, team or person there is none of. */
    void require(TicketSteps steps) {
        if (steps.status() != null) {
            course.check(steps.status(), steps.holdReason(), steps.holdUntil());
        }
        desk.requireTeam(steps.teamId());
        desk.requireColleague(steps.assigneeId());
    }

    /** Changes nothing. Throws {@link RuleViolation} where a rule stands against one of them. */
    List<StepChange> plan(Ticket ticket, TicketSteps steps) {
        ticket.requireAlive();
        var changes = new ArrayList<StepChange>();
        add(changes, "TEAM", ticket.getTeamId(), steps.teamId() == null ? ticket.getTeamId() : steps.teamId());
        add(changes, "ASSIGNEE", ticket.getAssigneeId(), keeper(ticket, steps));
        add(
                changes,
                "PRIORITY",
                ticket.getPriority(),
                steps.priority() == null ? ticket.getPriority() : steps.priority());
        if (!steps.tags().isEmpty()) {
            var added = new TreeSet<>(steps.tags());
            added.removeAll(ticket.getTags());
            add(changes, "TAGS", null, added.isEmpty() ? null : String.join(",", added));
        }
        var status = steps.status();
        if (status != null && !status.equals(ticket.getStatus())) {
            StatusCourse.require(ticket.getStatus(), ticket.getCategory(), statuses.require(status));
            add(changes, "STATUS", ticket.getStatus(), status);
        }
        return changes;
    }

    /** Does what {@link #plan} says, all at one moment, under one name in the history. */
    List<StepChange> apply(Ticket ticket, TicketSteps steps, Viewer by, Instant at, String field, String name) {
        var changes = plan(ticket, steps);
        if (changes.isEmpty()) {
            return changes;
        }
        ticket.noteBatch(field, name, by, at);
        ticket.assign(steps.teamId() == null ? ticket.getTeamId() : steps.teamId(), keeper(ticket, steps), by, at);
        if (steps.priority() != null) {
            ticket.rank(steps.priority(), by, at);
        }
        ticket.addTags(steps.tags(), by, at);
        if (steps.status() != null && !steps.status().equals(ticket.getStatus())) {
            course.apply(ticket, by, new ChangeStatus(steps.status(), steps.holdReason(), steps.holdUntil(), null), at);
        }
        return changes;
    }

    /** Who is named; otherwise the owner, unless released or not of the new team. */
    private @Nullable Long keeper(Ticket ticket, TicketSteps steps) {
        if (steps.assigneeId() != null || steps.release()) {
            return steps.assigneeId();
        }
        var owner = ticket.getAssigneeId();
        var team = steps.teamId();
        if (owner == null || team == null || team.equals(ticket.getTeamId())) {
            return owner;
        }
        return desk.isMember(owner, team) ? owner : null;
    }

    private static void add(List<StepChange> changes, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(
                    new StepChange(field, from == null ? null : from.toString(), to == null ? null : to.toString()));
        }
    }
}
