package io.throughline.web.demo;

import io.throughline.web.demo.Story.Client;
import io.throughline.web.demo.Story.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * What customers were asked besides each ticket: twice a year whether they recommend the house, and for some weeks how easy
 * it was to be helped. Nothing of it mails anybody by itself.
 */
@RequiredArgsConstructor
final class SurveyChapter {

    private static final String COLUMNS =
            "number, kind, occasion, state, title_zh, title_en, score_zh, score_en, comment_zh,"
                    + " comment_en, anonymous, wait_hours, reminders, reminder_days, answer_days, follow_up_days";
    private static final int DAYS_TO_ANSWER = 30;

    /** Who was asked answers in this order; -1 stays silent. */
    private static final List<Integer> RECOMMENDED =
            List.of(9, 10, -1, 10, 9, 8, -1, 7, 7, 6, 10, -1, 9, 3, 10, 8, 9, -1);

    private static final List<Integer> EASY = List.of(6, 7, 5, -1, 7, 6, 2, -1, 6, 4, 7, 5);

    private final Story story;

    void write() {
        long recommend = survey(
                "NPS",
                "BY_HAND",
                "OPEN",
                "半年度推荐度调查",
                "Would you recommend us?",
                "您有多大可能向同行推荐我们？",
                "How likely are you to recommend us to a colleague?");
        ask(recommend, "NPS", 10, RECOMMENDED, story.now.minus(Duration.ofDays(200)), 0);
        ask(recommend, "NPS", 10, RECOMMENDED, story.now.minus(Duration.ofDays(16)), 1);
        long easy = survey(
                "CES",
                "TICKET_CLOSED",
                "CLOSED",
                "获得帮助是否容易",
                "Was it easy to get help?",
                "“我很容易就得到了所需的帮助。”",
                "“It was easy for me to get the help I needed.”");
        ask(easy, "CES", 7, EASY, story.now.minus(Duration.ofDays(80)), 0);
    }

    private long survey(
            String kind, String occasion, String state, String zh, String en, String scoreZh, String scoreEn) {
        long id = story.id();
        var rows = Rows.ofRecords(story.jdbc, "aftersales.survey", COLUMNS);
        rows.record(
                id,
                story.now.minus(Duration.ofDays(210)),
                story.person("manager").id(),
                story.jdbc.queryForObject("select nextval('aftersales.survey_number')", Integer.class),
                kind,
                occasion,
                state,
                zh,
                en,
                scoreZh,
                scoreEn,
                "最主要的原因是什么？",
                "What is the main reason for your score?",
                false,
                24,
                1,
                5,
                DAYS_TO_ANSWER,
                3);
        rows.write();
        return id;
    }

    private void ask(long survey, String kind, int highest, List<Integer> ratings, Instant at, int wave) {
        var invitations = Rows.ofRecords(
                story.jdbc,
                "aftersales.survey_invitation",
                "survey_id, kind, subject_type, subject_id, occasion, customer_id, contact_id, invited_at, sent_at, expires_at,"
                        + " answered_at");
        var responses = Rows.ofRecords(
                story.jdbc,
                "aftersales.survey_response",
                "invitation_id, survey_id, kind, customer_id, contact_id, rating, comment, channel, answered_at");
        var followUps = new FollowUpRows(story);
        int place = wave;
        for (var client : story.clients.values()) {
            for (var contact : client.contacts()) {
                int rating = ratings.get(place % ratings.size());
                long id = story.id();
                var answered = rating < 0 ? null : at.plus(Duration.ofHours(5L + place * 7L % 90));
                invitations.record(
                        id,
                        at,
                        story.person("ae").id(),
                        survey,
                        kind,
                        "CONTACT",
                        contact.id(),
                        wave,
                        client.id(),
                        contact.id(),
                        at,
                        at,
                        at.plus(Duration.ofDays(DAYS_TO_ANSWER)),
                        answered);
                if (answered != null) {
                    answer(
                            responses,
                            followUps,
                            new Given(survey, id, kind, highest, rating, answered),
                            client,
                            contact);
                }
                place++;
            }
        }
        invitations.write();
        responses.write();
        followUps.write();
    }

    private record Given(long survey, long invitation, String kind, int highest, int rating, Instant at) {}

    private void answer(Rows responses, FollowUpRows followUps, Given given, Client client, Contact contact) {
        long id = story.id();
        responses.record(
                id,
                given.at,
                null,
                given.invitation,
                given.survey,
                given.kind,
                client.id(),
                contact.id(),
                given.rating,
                words(given, client.chinese()),
                "LINK",
                given.at);
        boolean bad = given.kind.equals("NPS") ? given.rating <= 6 : given.rating <= 3;
        if (bad) {
            followUps.add(id, client, given.at);
        }
    }

    private static @Nullable String words(Given given, boolean chinese) {
        if (given.rating >= given.highest - 1) {
            return given.rating == given.highest
                    ? chinese ? "响应快，现场工程师很专业。" : "Quick to answer, and the engineers know their trade."
                    : null;
        }
        if (given.rating * 2 <= given.highest + 2) {
            return chinese ? "同一个问题讲了三遍，换了三个人。" : "I explained the same thing three times to three people.";
        }
        return null;
    }
}
