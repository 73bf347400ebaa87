package io.throughline.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Each resolution is one occasion to be asked; most of those asked answer, and most of them are content. */
final class RatingRows {

    private static final Duration TO_ANSWER = Duration.ofDays(30);

    /** Sixteen of eighteen are content: in turn rather than by dice, so that it holds for short periods too. */
    private static final String STARS = "554554535545454255";

    private final Story story;
    private final List<String[]> remarks = Sheet.lines("remarks");
    private final Rows invitations;
    private final Rows responses;
    private final FollowUpRows followUps;
    private final long survey;
    private int given;

    RatingRows(Story story) {
        this.story = story;
        this.invitations = Rows.ofRecords(
                story.jdbc,
                "aftersales.survey_invitation",
                "survey_id, kind, subject_type, subject_id, occasion, customer_id, contact_id, agent_id, team_id, project_id,"
                        + " invited_at, expires_at, answered_at");
        this.responses = Rows.ofRecords(
                story.jdbc,
                "aftersales.survey_response",
                "invitation_id, survey_id, kind, customer_id, contact_id, agent_id, team_id, project_id, rating, solved,"
                        + " comment, channel, answered_at");
        this.followUps = new FollowUpRows(story);
        this.survey = Objects.requireNonNull(story.jdbc.queryForObject(
                "select id from aftersales.survey where occasion = 'TICKET_RESOLVED'", Long.class));
    }

    void add(ToldTicket ticket) {
        int occasion = 0;
        for (var step : ticket.steps) {
            if (!step.to().equals("RESOLVED")) {
                continue;
            }
            boolean lastTime = occasion == ticket.reopened;
            long id = story.id();
            var answeredAt = lastTime && ticket.end.equals("CLOSED") && story.chance(60)
                    ? answer(ticket, step, id, step.at().plus(Duration.ofMinutes(story.between(40, 3000))))
                    : null;
            invitations.record(
                    id,
                    step.at(),
                    null,
                    survey,
                    "CSAT",
                    "TICKET",
                    ticket.id,
                    occasion++,
                    ticket.client.id(),
                    ticket.requester.id(),
                    agent(step),
                    story.teams.get(ticket.team),
                    project(ticket),
                    step.at(),
                    step.at().plus(TO_ANSWER),
                    answeredAt);
        }
    }

    private Instant answer(ToldTicket ticket, ToldTicket.Step step, long invitation, Instant at) {
        int stars = given % 54 == 53 ? 1 : STARS.charAt(given % STARS.length()) - '0';
        given++;
        var language = ticket.client.chinese() ? "zh" : "en";
        var fitting = remarks.stream()
                .filter(line -> line[0].equals(language) && line[1].equals(String.valueOf(stars)))
                .toList();
        var when = at.isAfter(story.now) ? story.now : at;
        long id = story.id();
        responses.record(
                id,
                when,
                null,
                invitation,
                survey,
                "CSAT",
                ticket.client.id(),
                ticket.requester.id(),
                agent(step),
                story.teams.get(ticket.team),
                project(ticket),
                stars,
                stars > 2,
                fitting.isEmpty() || story.chance(45) ? null : story.any(fitting)[2],
                story.chance(70) ? "PORTAL" : "LINK",
                when);
        if (stars <= 2) {
            followUps.add(id, ticket.client, when);
        }
        return when;
    }

    private static @Nullable Long agent(ToldTicket.Step step) {
        return step.by() == null ? null : step.by().id();
    }

    private static @Nullable Long project(ToldTicket ticket) {
        return ticket.venture == null ? null : ticket.venture.id();
    }

    void write() {
        invitations.write();
        responses.write();
        followUps.write();
    }
}
