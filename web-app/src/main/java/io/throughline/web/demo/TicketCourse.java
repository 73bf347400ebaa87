package io.throughline.web.demo;

import io.throughline.web.demo.Story.Person;
import io.throughline.web.demo.ToldTicket.Said;
import io.throughline.web.demo.ToldTicket.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a ticket from the first word to where it stands: who wrote when, and which statuses it passed. */
final class TicketCourse {

    /** Usual minutes to the first word and hours to the solution, by priority. */
    private static final Map<String, Integer> FIRST_MINUTES = Map.of("P1", 20, "P2", 45, "P3", 120, "P4", 240);

    private static final Map<String, Integer> SOLVED_HOURS = Map.of("P1", 6, "P2", 20, "P3", 52, "P4", 100);
    private static final Set<String> OVER = Set.of("RESOLVED", "CLOSED");

    private final Story story;

    TicketCourse(Story story) {
        this.story = story;
    }

    void tell(ToldTicket ticket) {
        ask(ticket);
        if (ticket.end.equals("NEW")) {
            if (story.chance(60)) {
                ticket.assignee = null;
            }
            return;
        }
        var agent = Objects.requireNonNull(ticket.assignee);
        var first = spread(FIRST_MINUTES.getOrDefault(ticket.priority, 120));
        var taken = before(atWork(ticket, ticket.openedAt.plus(first)));
        ticket.takenAt = taken;
        step(ticket, taken, "NEW", "IN_PROGRESS", agent, false, null);
        say(ticket, taken.plus(Duration.ofMinutes(3)), agent, false, ticket.words(8));
        say(ticket, taken.plus(Duration.ofMinutes(12)), agent, true, ticket.words(10));
        var solved = atWork(ticket, ticket.openedAt.plus(spread(SOLVED_HOURS.getOrDefault(ticket.priority, 48) * 60)));
        converse(ticket, taken, solved, agent);
        switch (ticket.end) {
            case "RESOLVED", "CLOSED" -> solve(ticket, before(later(solved, lastWord(ticket))), agent);
            case "CANCELLED" -> cancel(ticket, later(before(taken.plus(Duration.ofHours(5))), lastWord(ticket)), agent);
            case "MERGED" -> merge(ticket, later(before(taken.plus(Duration.ofHours(1))), lastWord(ticket)), agent);
            case "IN_PROGRESS" -> {}
            default -> pause(ticket, agent);
        }
    }

    private void ask(ToldTicket ticket) {
        ticket.messages.add(new Said(story.id(), ticket.openedAt, null, false, ticket.words(7)));
        ticket.steps.add(new Step(ticket.openedAt, null, "NEW", null, true, null));
    }

    /** The customer says more, mostly; where that was asked for, the ticket waited. */
    private void converse(ToldTicket ticket, Instant taken, Instant solved, Person agent) {
        if (!story.chance(OVER.contains(ticket.end) ? 80 : 55) || ticket.end.equals("WAITING_CUSTOMER")) {
            return;
        }
        var again = before(atWork(
                ticket,
                taken.plus(Duration.between(taken, solved).abs().dividedBy(3)).plus(Duration.ofMinutes(30))));
        boolean waited = story.chance(50);
        if (waited) {
            step(
                    ticket,
                    before(taken.plus(Duration.ofMinutes(20))),
                    "IN_PROGRESS",
                    "WAITING_CUSTOMER",
                    agent,
                    false,
                    null);
        }
        say(ticket, again, null, false, ticket.words(9));
        if (waited) {
            step(ticket, lastWord(ticket), "WAITING_CUSTOMER", "IN_PROGRESS", null, true, null);
        }
    }

    private void solve(ToldTicket ticket, Instant at, Person agent) {
        say(ticket, at, agent, false, ticket.words(11));
        var solved = lastWord(ticket);
        step(ticket, solved, "IN_PROGRESS", "RESOLVED", agent, false, null);
        ticket.firstResolvedAt = solved;
        ticket.resolvedAt = solved;
        if (ticket.end.equals("CLOSED") && story.chance(5) && solved.isBefore(story.now.minus(Duration.ofDays(8)))) {
            reopen(ticket, solved, agent);
        }
        var last = Objects.requireNonNull(ticket.resolvedAt);
        if (ticket.end.equals("CLOSED")) {
            boolean byCustomer =
                    story.chance(55) || last.plus(Duration.ofDays(7)).isAfter(story.now);
            var closed = before(byCustomer ? story.atWork(last.plus(spread(20 * 60))) : last.plus(Duration.ofDays(7)));
            step(ticket, closed, "RESOLVED", "CLOSED", null, byCustomer, null);
            ticket.closedAt = closed;
        }
    }

    private void reopen(ToldTicket ticket, Instant solved, Person agent) {
        var back = before(story.atWork(solved.plus(Duration.ofHours(26))));
        boolean chinese = ticket.client.chinese();
        say(
                ticket,
                back,
                null,
                false,
                chinese ? "今天又出现了一次，麻烦再看一下。" : "It happened again today, please have another look.");
        step(ticket, lastWord(ticket), "RESOLVED", "IN_PROGRESS", null, true, null);
        var second = before(story.atWork(lastWord(ticket).plus(Duration.ofHours(9))));
        say(
                ticket,
                second,
                agent,
                false,
                chinese ? "已再次处理并连续观察一个班次，没有复现。" : "Fixed again and watched over a whole shift, it did not come back.");
        step(ticket, lastWord(ticket), "IN_PROGRESS", "RESOLVED", agent, false, null);
        ticket.reopened = 1;
        ticket.resolvedAt = lastWord(ticket);
    }

    private void cancel(ToldTicket ticket, Instant at, Person agent) {
        boolean chinese = ticket.client.chinese();
        step(
                ticket,
                at,
                "IN_PROGRESS",
                "CANCELLED",
                agent,
                false,
                chinese ? "客户自行恢复，撤回请求" : "Withdrawn by the customer");
        ticket.closedAt = at;
    }

    private void merge(ToldTicket ticket, Instant at, Person agent) {
        step(ticket, at, "IN_PROGRESS", "MERGED", agent, false, null);
        ticket.closedAt = at;
    }

    private void pause(ToldTicket ticket, Person agent) {
        boolean chinese = ticket.client.chinese();
        var reason =
                switch (ticket.end) {
                    case "ON_HOLD" -> chinese ? "客户停机窗口未定" : "The customer's stop window is not fixed yet";
                    case "WAITING_THIRD_PARTY" -> chinese ? "等待供应商备件" : "Waiting for the supplier's part";
                    default -> null;
                };
        step(
                ticket,
                before(lastWord(ticket).plus(Duration.ofMinutes(15))),
                "IN_PROGRESS",
                ticket.end,
                agent,
                false,
                reason);
    }

    private void say(ToldTicket ticket, Instant at, @Nullable Person author, boolean internal, String body) {
        var when = later(before(at), lastWord(ticket).plusSeconds(1));
        ticket.messages.add(new Said(story.id(), when.isAfter(story.now) ? story.now : when, author, internal, body));
    }

    private void step(
            ToldTicket ticket,
            Instant at,
            @Nullable String from,
            String to,
            @Nullable Person by,
            boolean byCustomer,
            @Nullable String reason) {
        var when = later(before(at), ticket.steps.get(ticket.steps.size() - 1).at());
        ticket.steps.add(new Step(when, from, to, by, byCustomer, reason));
    }

    private static Instant lastWord(ToldTicket ticket) {
        return ticket.messages.get(ticket.messages.size() - 1).at();
    }

    /** What is urgent is worked on at any hour, the rest in working hours; what these would put after now stays. */
    private Instant atWork(ToldTicket ticket, Instant at) {
        var then = ticket.priority.equals("P1") ? at : story.atWork(at);
        return then.isAfter(story.now) ? at : then;
    }

    private Instant before(Instant at) {
        var latest = story.now.minusSeconds(60);
        return at.isAfter(latest) ? latest : at;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Between half and double of the usual, seldom more. */
    private Duration spread(int minutes) {
        double factor = 0.5 + story.dice.nextDouble() * (story.chance(12) ? 3 : 1.1);
        return Duration.ofMinutes(Math.max(2, Math.round(minutes * factor)));
    }
}
