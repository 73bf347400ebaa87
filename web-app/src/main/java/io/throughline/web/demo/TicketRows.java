package io.throughline.web.demo;

import io.throughline.web.demo.ToldTicket.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes told tickets: the row with all it derives from its messages, the conversation, the steps and the ratings. */
final class TicketRows {

    private final Story story;
    private final Rows tickets;
    private final List<Object[]> merges = new ArrayList<>();
    private final Rows tags;
    private final Rows messages;
    private final Rows steps;
    private final Rows changes;
    private final RatingRows ratings;
    private final FileChapter files;

    TicketRows(Story story) {
        this.story = story;
        this.files = new FileChapter(story);
        this.tickets = Rows.ofRecords(
                story.jdbc,
                "aftersales.ticket",
                "number, kind, complaint, channel, status, category, subject, impact, urgency, priority, customer_id,"
                        + " requester_id, project_id, team_id, assignee_id, hold_reason, held_until, due_at, agreed_due_at, escalated,"
                        + " opened_at, acknowledged_at, first_response_at, last_customer_message_at,"
                        + " last_public_reply_at, awaiting_since, last_public_message_id, public_replies, active_at,"
                        + " first_resolved_at, resolved_at, resolved_by, closed_at, reopened_count, hand_offs");
        this.tags = Rows.of(story.jdbc, "aftersales.ticket_tag", "ticket_id, tag");
        this.messages = Rows.ofRecords(
                story.jdbc,
                "aftersales.ticket_message",
                "ticket_id, visibility, channel, from_customer, automatic, user_id, contact_id, author_name, body,"
                        + " markdown, at");
        this.steps = Rows.of(
                story.jdbc,
                "aftersales.ticket_status_change",
                "ticket_id, from_status, from_category, to_status, to_category, at, by_user_id, by_contact_id,"
                        + " by_name, reason");
        this.changes = Rows.of(
                story.jdbc,
                "aftersales.ticket_change",
                "ticket_id, field, from_value, to_value, at, by_user_id, by_name");
        this.ratings = new RatingRows(story);
    }

    void add(ToldTicket ticket) {
        row(ticket);
        for (var said : ticket.messages) {
            message(ticket, said);
        }
        for (var step : ticket.steps) {
            steps.add(
                    ticket.id,
                    step.from(),
                    step.from() == null ? null : ToldTicket.category(step.from()),
                    step.to(),
                    ToldTicket.category(step.to()),
                    step.at(),
                    step.by() == null ? null : step.by().id(),
                    step.byCustomer() ? ticket.requester.id() : null,
                    step.by() != null ? step.by().name() : step.byCustomer() ? ticket.requester.name() : "scheduler",
                    step.reason());
        }
        var agent = ticket.assignee;
        if (agent != null && ticket.takenAt != null) {
            changes.add(
                    ticket.id, "ASSIGNEE", null, String.valueOf(agent.id()), ticket.takenAt, agent.id(), agent.name());
        }
        if (story.chance(30)) {
            tags.add(ticket.id, ticket.client.chinese() ? "现场" : "on-site");
        }
        if (ticket.mergedInto != null) {
            merges.add(new Object[] {ticket.mergedInto.id, ticket.id});
        }
        ratings.add(ticket);
    }

    void write() {
        tickets.write();
        story.jdbc.batchUpdate("update aftersales.ticket set merged_into_id = ? where id = ?", merges);
        tags.write();
        messages.write();
        steps.write();
        changes.write();
        ratings.write();
        files.write();
    }

    private void row(ToldTicket ticket) {
        var facts = Facts.of(ticket);
        boolean held = ticket.end.equals("ON_HOLD");
        boolean overdue = ticket.closedAt == null && ticket.resolvedAt == null && ticket.dueAt.isBefore(story.now);
        tickets.record(
                ticket.id,
                ticket.openedAt,
                null,
                ticket.number,
                ticket.line[2],
                ticket.line[3].equals("Y"),
                ticket.channel,
                ticket.end,
                ticket.category(),
                ticket.words(6),
                ticket.line[4],
                ticket.line[5],
                ticket.priority,
                ticket.client.id(),
                ticket.requester.id(),
                ticket.venture == null ? null : ticket.venture.id(),
                story.teams.get(ticket.team),
                ticket.assignee == null ? null : ticket.assignee.id(),
                held ? ticket.steps.get(ticket.steps.size() - 1).reason() : null,
                held ? story.today.plusDays(5).atTime(9, 0).atZone(Story.HOME).toInstant() : null,
                ticket.dueAt,
                ticket.dueAt,
                overdue && ticket.priority.equals("P1"),
                ticket.openedAt,
                ticket.isAnsweredAtOnce() ? ticket.openedAt : facts.firstReply(),
                ticket.isAnsweredAtOnce() ? ticket.openedAt : facts.firstReply(),
                facts.lastCustomer(),
                facts.lastReply(),
                facts.awaiting(),
                facts.lastPublic(),
                facts.replies(),
                facts.active(),
                ticket.firstResolvedAt,
                ticket.resolvedAt,
                ticket.resolvedAt == null || ticket.assignee == null ? null : ticket.assignee.id(),
                ticket.closedAt,
                ticket.reopened,
                0);
    }

    private void message(ToldTicket ticket, Said said) {
        var author = said.author();
        messages.record(
                said.id(),
                said.at(),
                author == null ? null : author.id(),
                ticket.id,
                said.internal() ? "INTERNAL" : "PUBLIC",
                author == null ? ticket.channel : "PORTAL",
                author == null,
                false,
                author == null ? null : author.id(),
                author == null ? ticket.requester.id() : null,
                author == null ? ticket.requester.name() : author.name(),
                said.body(),
                author != null,
                said.at());
        boolean opening = said.equals(ticket.messages.get(0));
        if (story.chance(opening && ticket.line[2].equals("DIAGNOSIS") ? 35 : 4)) {
            files.attach(
                    said.at(),
                    "TICKET_MESSAGE",
                    said.id(),
                    said.internal(),
                    author == null ? 0 : author.id(),
                    author == null ? ticket.requester.name() : author.name());
        }
    }

    /** What the conversation says about the ticket. */
    private record Facts(
            @Nullable Instant firstReply,
            Instant lastCustomer,
            @Nullable Instant lastReply,
            @Nullable Instant awaiting,
            long lastPublic,
            int replies,
            Instant active) {

        static Facts of(ToldTicket ticket) {
            Instant firstReply = null;
            Instant lastReply = null;
            var lastCustomer = ticket.openedAt;
            Instant awaiting = ticket.isAnsweredAtOnce() ? null : ticket.openedAt;
            long lastPublic = ticket.messages.get(0).id();
            int replies = 0;
            var active = ticket.steps.get(ticket.steps.size() - 1).at();
            for (var said : ticket.messages) {
                active = said.at().isAfter(active) ? said.at() : active;
                if (said.internal()) {
                    continue;
                }
                lastPublic = said.id();
                if (said.author() != null) {
                    firstReply = firstReply == null ? said.at() : firstReply;
                    lastReply = said.at();
                    awaiting = null;
                    replies++;
                } else {
                    lastCustomer = said.at();
                    awaiting = awaiting == null && !said.equals(ticket.messages.get(0)) ? said.at() : awaiting;
                }
            }
            return new Facts(firstReply, lastCustomer, lastReply, awaiting, lastPublic, replies, active);
        }
    }
}
