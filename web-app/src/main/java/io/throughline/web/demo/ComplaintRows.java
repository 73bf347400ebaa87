package io.throughline.web.demo;

import io.throughline.aftersales.feedback.ComplaintState;
import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkWeek;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The complaints of the demo company, each as far as its ticket came; some were answered late, one is for the approver. */
final class ComplaintRows {

    private static final WorkCalendar HOURS = WorkCalendar.of(
            Story.HOME,
            WorkWeek.parse("").with(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-12:00", "13:00-18:00"),
            List.of());

    private static final int ACKNOWLEDGE_DAYS = 1;
    private static final int CLOSE_DAYS = 20;
    private static final List<String> CAUSES =
            List.of("RESPONSE_SLOW", "PRODUCT_QUALITY", "WORK_ON_SITE", "WRONG_INFORMATION");
    private static final List<String> REMEDIES = List.of("APOLOGY", "REPAIR", "EXPLANATION", "COMPENSATION");

    private final Story story;

    /** First of the ids set aside for the story. */
    private final long first;

    private final Rows complaints;
    private final Rows steps;
    private final Rows helpers;

    ComplaintRows(Story story, long first) {
        this.story = story;
        this.first = first;
        this.complaints = Rows.ofRecords(
                story.jdbc,
                "aftersales.complaint",
                "ticket_id, state, received_at, acknowledge_by, close_by, acknowledged_at, severity, complexity, impact,"
                        + " safety, wanted, investigator_id, findings, founded, cause, response, remedy, amount,"
                        + " currency, proposed_by_id, approved_by_id, communicated_at, accepted_at, closed_at,"
                        + " handled_minutes");
        this.steps = Rows.of(
                story.jdbc,
                "aftersales.complaint_step",
                "complaint_id, step, from_state, to_state, note, at, by_user_id, by_name");
        this.helpers = Rows.of(story.jdbc, "aftersales.ticket_helper", "ticket_id, user_id");
    }

    /** What the complaint takes from its ticket. */
    private record Told(
            long ticket,
            String status,
            @Nullable Long owner,
            boolean traced,
            Instant opened,
            @Nullable Instant answered,
            @Nullable Instant resolved,
            @Nullable Instant closed,
            String wanted,
            String findings,
            String response) {}

    void write() {
        var told = story.jdbc.query(
                """
                select t.id, t.status, t.assignee_id, t.project_id is not null as traced, t.opened_at, t.acknowledged_at,
                       t.resolved_at, t.closed_at,
                       (select body from aftersales.ticket_message m where m.ticket_id = t.id and m.from_customer
                         order by m.at desc limit 1) as wanted,
                       coalesce((select body from aftersales.ticket_message m
                                  where m.ticket_id = t.id and m.visibility = 'INTERNAL' order by m.at limit 1), '') as findings,
                       coalesce((select body from aftersales.ticket_message m
                                  where m.ticket_id = t.id and m.visibility = 'PUBLIC' and not m.from_customer
                                  order by m.at desc limit 1), '') as response
                  from aftersales.ticket t
                 where t.id between ? and ? and t.complaint and t.status not in ('CANCELLED', 'MERGED')
                 order by t.opened_at, t.id
                """,
                (row, n) -> new Told(
                        row.getLong("id"),
                        row.getString("status"),
                        row.getObject("assignee_id", Long.class),
                        row.getBoolean("traced"),
                        row.getTimestamp("opened_at").toInstant(),
                        at(row.getTimestamp("acknowledged_at")),
                        at(row.getTimestamp("resolved_at")),
                        at(row.getTimestamp("closed_at")),
                        row.getString("wanted"),
                        row.getString("findings"),
                        row.getString("response")),
                first,
                first + Story.IDS - 1);
        for (int i = 0; i < told.size(); i++) {
            tell(told.get(i), i);
        }
        complaints.write();
        steps.write();
        helpers.write();
    }

    private void tell(Told ticket, int place) {
        var state = state(ticket, place);
        boolean assessed = state.compareTo(ComplaintState.ASSESSED) >= 0;
        boolean looked = state.compareTo(ComplaintState.INVESTIGATING) >= 0;
        boolean answered = state.compareTo(ComplaintState.PROPOSED) >= 0;
        boolean approved = state.compareTo(ComplaintState.COMMUNICATED) >= 0;
        boolean accepted = state == ComplaintState.CLOSED && place % 5 != 4;
        var remedy = REMEDIES.get(place % REMEDIES.size());
        boolean money = answered && remedy.equals("COMPENSATION");
        var investigator = story.person(ticket.traced() ? "trainer" : "technician");
        var manager = story.person("manager");
        var agent = story.person("agent");
        var told = ticket.resolved();
        long id = story.id();
        complaints.record(
                id,
                ticket.opened(),
                null,
                ticket.ticket(),
                state,
                ticket.opened(),
                HOURS.addWorkingDays(ticket.opened(), ACKNOWLEDGE_DAYS, false),
                HOURS.addWorkingDays(ticket.opened(), CLOSE_DAYS, false),
                ticket.answered(),
                assessed ? List.of("MEDIUM", "HIGH", "LOW").get(place % 3) : null,
                assessed ? "LOW" : null,
                assessed ? "MEDIUM" : null,
                false,
                assessed ? ticket.wanted() : null,
                looked ? investigator.id() : null,
                answered ? ticket.findings() : null,
                answered ? place % 6 != 5 : null,
                answered ? CAUSES.get(place % CAUSES.size()) : null,
                answered ? ticket.response() : null,
                answered ? remedy : null,
                money ? new BigDecimal("800") : null,
                money ? "CNY" : null,
                answered ? agent.id() : null,
                approved ? manager.id() : null,
                approved ? told : null,
                accepted ? ticket.closed() : null,
                ticket.closed(),
                ticket.closed() == null
                        ? null
                        : HOURS.workingTimeBetween(ticket.opened(), ticket.closed())
                                .toMinutes());
        if (looked) {
            helpers.add(ticket.ticket(), investigator.id());
        }
        course(id, ticket, state, accepted, List.of(agent, investigator, manager));
    }

    /** The steps, spread between what is known of the ticket. */
    private void course(long id, Told ticket, ComplaintState state, boolean accepted, List<Story.Person> people) {
        step(id, "RECEIPT", null, ComplaintState.RECEIVED, null, ticket.opened(), null);
        if (ticket.answered() == null) {
            return;
        }
        var agent = people.get(0);
        var begin = ticket.answered();
        var end = ticket.resolved() == null ? story.now : ticket.resolved();
        var pace = Duration.between(begin, end).abs().dividedBy(8);
        step(id, "ACKNOWLEDGEMENT", ComplaintState.RECEIVED, ComplaintState.ACKNOWLEDGED, null, begin, agent);
        if (state.compareTo(ComplaintState.ASSESSED) >= 0) {
            step(
                    id,
                    "ASSESSMENT",
                    ComplaintState.ACKNOWLEDGED,
                    ComplaintState.ASSESSED,
                    ticket.wanted(),
                    begin.plus(pace),
                    agent);
            step(
                    id,
                    "INVESTIGATION",
                    ComplaintState.ASSESSED,
                    ComplaintState.INVESTIGATING,
                    people.get(1).name(),
                    begin.plus(pace.multipliedBy(2)),
                    agent);
        }
        if (state.compareTo(ComplaintState.PROPOSED) >= 0) {
            step(
                    id,
                    "FINDINGS",
                    ComplaintState.INVESTIGATING,
                    ComplaintState.INVESTIGATING,
                    ticket.findings(),
                    begin.plus(pace.multipliedBy(5)),
                    people.get(1));
            step(
                    id,
                    "RESPONSE",
                    ComplaintState.INVESTIGATING,
                    ComplaintState.PROPOSED,
                    ticket.response(),
                    begin.plus(pace.multipliedBy(6)),
                    agent);
        }
        if (state.compareTo(ComplaintState.COMMUNICATED) >= 0) {
            step(
                    id,
                    "APPROVAL",
                    ComplaintState.PROPOSED,
                    ComplaintState.PROPOSED,
                    null,
                    begin.plus(pace.multipliedBy(7)),
                    people.get(2));
            step(id, "COMMUNICATION", ComplaintState.PROPOSED, ComplaintState.COMMUNICATED, null, end, agent);
        }
        var closed = ticket.closed();
        if (state == ComplaintState.CLOSED && closed != null) {
            if (accepted) {
                step(id, "ACCEPTANCE", ComplaintState.COMMUNICATED, ComplaintState.ACCEPTED, null, closed, null);
            }
            step(
                    id,
                    "CLOSURE",
                    accepted ? ComplaintState.ACCEPTED : ComplaintState.COMMUNICATED,
                    ComplaintState.CLOSED,
                    accepted ? null : "scheduler",
                    closed,
                    accepted ? agent : null);
        }
    }

    private void step(
            long complaint,
            String step,
            @Nullable ComplaintState from,
            ComplaintState to,
            @Nullable String note,
            Instant at,
            Story.@Nullable Person by) {
        steps.add(complaint, step, from, to, note, at, by == null ? null : by.id(), by == null ? "–" : by.name());
    }

    private static ComplaintState state(Told ticket, int place) {
        return switch (ticket.status()) {
            case "CLOSED" -> ComplaintState.CLOSED;
            case "RESOLVED" -> ComplaintState.COMMUNICATED;
            case "NEW" -> ComplaintState.RECEIVED;
            default ->
                ticket.answered() == null
                        ? ComplaintState.RECEIVED
                        : List.of(ComplaintState.PROPOSED, ComplaintState.INVESTIGATING, ComplaintState.ACKNOWLEDGED)
                                .get(place % 3);
        };
    }

    private static @Nullable Instant at(java.sql.@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
