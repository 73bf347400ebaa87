package io.throughline.web.demo.load;

import io.throughline.foundation.model.RecordNumber;
import io.throughline.web.demo.Sheet;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tickets with conversation, steps and ratings; one pass a table. */
final class LoadTickets {

    static final ZoneId HOME = ZoneId.of("Asia/Shanghai");
    private static final String STAMPS = "id, version, created_at, changed_at, ";

    private final Connection connection;
    private final LoadSize size;
    private final LoadIds ids;
    private final Instant now;
    private final List<String[]> bank = Sheet.lines("tickets").stream()
            .filter(line -> line[1].equals("zh") && line[3].equals("-"))
            .toList();

    /** The place of each year's first ticket and the counter it begins with. */
    private final Map<Integer, long[]> years = new HashMap<>();

    LoadTickets(Connection connection, LoadSize size, LoadIds ids, Instant now) {
        this.connection = connection;
        this.size = size;
        this.ids = ids;
        this.now = now;
    }

    /** Takes the numbers of each year; tickets are in the order of their opening. */
    void number(Series series) throws SQLException {
        int from = 0;
        while (from < size.tickets()) {
            int year = year(from);
            int to = from;
            int step = size.tickets();
            while (step > 0) {
                while (to + step < size.tickets() && year(to + step) == year) {
                    to += step;
                }
                step /= 2;
            }
            years.put(year, new long[] {from, series.take("TK", year, to - from + 1)});
            from = to + 1;
        }
    }

    /** Takes so many values of a number series and returns the first. */
    interface Series {
        long take(String series, int year, int count) throws SQLException;
    }

    private int year(int place) {
        return LoadTicket.openedAt(size, place, now).atZone(HOME).getYear();
    }

    LoadTicket ticket(int place) {
        return new LoadTicket(size, ids, place, now, bank.size());
    }

    String number(int place) {
        var year = year(place);
        var start = years.getOrDefault(year, new long[] {0, 1});
        return RecordNumber.checked("TK", year, start[1] + place - start[0]);
    }

    String words(LoadTicket ticket, int column) {
        return bank.get(ticket.words)[column]
                .replace("{n}", String.valueOf(ticket.slot))
                .replace("{site}", LoadPeople.customer(ticket.customer));
    }

    void tickets() throws SQLException {
        try (var rows = new CopyRows(
                connection,
                "aftersales.ticket",
                STAMPS + "number, kind, channel, status, category, subject, impact, urgency, priority, customer_id,"
                        + " requester_id, project_id, team_id, assignee_id, hold_reason, held_until, due_at, agreed_due_at,"
                        + " opened_at, acknowledged_at, first_response_at, last_customer_message_at, last_public_reply_at,"
                        + " awaiting_since, last_public_message_id, public_replies, active_at, first_resolved_at,"
                        + " resolved_at, resolved_by, closed_at")) {
            for (int i = 0; i < size.tickets(); i++) {
                ticket(rows, ticket(i));
            }
            rows.finish();
        }
    }

    private void ticket(CopyRows rows, LoadTicket t) throws SQLException {
        Instant firstReply = null;
        Instant lastReply = null;
        Instant awaiting = t.openedAt;
        var lastCustomer = t.openedAt;
        long lastPublic = 0;
        int replies = 0;
        for (var said : t.messages) {
            if (said.internal()) {
                continue;
            }
            lastPublic = said.id();
            if (said.fromCustomer()) {
                lastCustomer = said.at();
                awaiting = awaiting == null ? said.at() : awaiting;
            } else {
                firstReply = firstReply == null ? said.at() : firstReply;
                lastReply = said.at();
                awaiting = null;
                replies++;
            }
        }
        var steps = t.steps();
        var lastStep = steps.get(steps.size() - 1).at();
        var lastWord = t.messages.get(t.messages.size() - 1).at();
        boolean held = t.status.equals("ON_HOLD");
        var line = bank.get(t.words);
        rows.row(
                t.id,
                0,
                t.openedAt,
                t.openedAt,
                number(t.place),
                line[2],
                t.channel,
                t.status,
                LoadTicket.category(t.status),
                words(t, 6),
                line[4],
                line[5],
                priority(line),
                ids.customers() + t.customer,
                ids.contacts() + t.contact,
                t.place % 4 == 0 ? ids.projects() + t.place / 4 % size.projects() : null,
                ids.teams() + LoadPeople.team(t.agent),
                t.takenAt == null ? null : ids.users() + t.agent,
                held ? "等待客户停机窗口" : null,
                held ? now.plus(Duration.ofDays(5)) : null,
                t.openedAt.plus(Duration.ofDays(2)),
                t.openedAt.plus(Duration.ofDays(2)),
                t.openedAt,
                t.takenAt,
                firstReply,
                lastCustomer,
                lastReply,
                awaiting,
                lastPublic,
                replies,
                lastStep.isAfter(lastWord) ? lastStep : lastWord,
                t.resolvedAt,
                t.resolvedAt,
                t.resolvedAt == null ? null : ids.users() + t.agent,
                t.closedAt);
    }

    void messages() throws SQLException {
        try (var rows = new CopyRows(
                connection,
                "aftersales.ticket_message",
                STAMPS
                        + "ticket_id, visibility, channel, from_customer, user_id, contact_id, author_name, body, markdown,"
                        + " at")) {
            for (int i = 0; i < size.tickets(); i++) {
                var t = ticket(i);
                for (var said : t.messages) {
                    boolean customers = said.fromCustomer();
                    rows.row(
                            said.id(),
                            0,
                            said.at(),
                            said.at(),
                            t.id,
                            said.internal() ? "INTERNAL" : "PUBLIC",
                            customers ? t.channel : "PORTAL",
                            customers,
                            customers ? null : ids.users() + t.agent,
                            customers ? ids.contacts() + t.contact : null,
                            LoadPeople.person(customers ? t.contact + 5 : t.agent),
                            words(t, said.column()),
                            !customers,
                            said.at());
                }
            }
            rows.finish();
        }
    }

    void steps() throws SQLException {
        try (var rows = new CopyRows(
                connection,
                "aftersales.ticket_status_change",
                "ticket_id, from_status, from_category, to_status, to_category, at, by_user_id, by_contact_id, by_name")) {
            for (int i = 0; i < size.tickets(); i++) {
                var t = ticket(i);
                for (var step : t.steps()) {
                    rows.row(
                            t.id,
                            step.from(),
                            step.from() == null ? null : LoadTicket.category(step.from()),
                            step.to(),
                            LoadTicket.category(step.to()),
                            step.at(),
                            step.byCustomer() ? null : ids.users() + t.agent,
                            step.byCustomer() ? ids.contacts() + t.contact : null,
                            LoadPeople.person(step.byCustomer() ? t.contact + 5 : t.agent));
                }
            }
            rows.finish();
        }
    }

    void ratings() throws SQLException {
        long survey = ratingSurvey();
        try (var rows = new CopyRows(
                connection,
                "aftersales.survey_invitation",
                STAMPS
                        + "survey_id, kind, subject_type, subject_id, occasion, customer_id, contact_id, agent_id, team_id,"
                        + " invited_at, expires_at, answered_at")) {
            for (int i = 0; i < size.tickets(); i++) {
                var t = ticket(i);
                if (t.resolvedAt != null) {
                    rows.row(
                            ids.invitations() + i,
                            0,
                            t.resolvedAt,
                            t.resolvedAt,
                            survey,
                            "CSAT",
                            "TICKET",
                            t.id,
                            0,
                            ids.customers() + t.customer,
                            ids.contacts() + t.contact,
                            ids.users() + t.agent,
                            ids.teams() + LoadPeople.team(t.agent),
                            t.resolvedAt,
                            t.resolvedAt.plus(Duration.ofDays(30)),
                            answeredAt(t));
                }
            }
            rows.finish();
        }
        try (var rows = new CopyRows(
                connection,
                "aftersales.survey_response",
                STAMPS
                        + "invitation_id, survey_id, kind, customer_id, contact_id, agent_id, team_id, rating, solved,"
                        + " channel, answered_at")) {
            for (int i = 0; i < size.tickets(); i++) {
                var t = ticket(i);
                var at = answeredAt(t);
                if (at != null) {
                    rows.row(
                            ids.responses() + i,
                            0,
                            at,
                            at,
                            ids.invitations() + i,
                            survey,
                            "CSAT",
                            ids.customers() + t.customer,
                            ids.contacts() + t.contact,
                            ids.users() + t.agent,
                            ids.teams() + LoadPeople.team(t.agent),
                            t.stars,
                            t.stars > 2,
                            "PORTAL",
                            at);
                }
            }
            rows.finish();
        }
    }

    private long ratingSurvey() throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select id from aftersales.survey where occasion = 'TICKET_RESOLVED'")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static @Nullable Instant answeredAt(LoadTicket t) {
        return t.resolvedAt == null || !t.isRated() ? null : t.resolvedAt.plus(Duration.ofHours(20));
    }

    private static String priority(String[] line) {
        var levels = List.of("LOW", "MEDIUM", "HIGH");
        return switch (levels.indexOf(line[4]) + levels.indexOf(line[5])) {
            case 4 -> "P1";
            case 3 -> "P2";
            case 2 -> "P3";
            default -> "P4";
        };
    }
}
