package io.throughline.web.demo;

import io.throughline.web.demo.Story.Client;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who called after bad answers: those of the last days are still to be done. */
final class FollowUpRows {

    private static final Duration STILL_OPEN = Duration.ofDays(20);
    private static final Duration TO_CALL = Duration.ofDays(2);
    private static final int DUE_DAYS = 3;
    private static final String CALLED_ZH = "已电话回访：客户不满意的是等待时间，已说明原因并约定今后先电话告知进展。";
    private static final String CALLED_EN =
            "Called: what annoyed them was the waiting. Explained why, and agreed to ring before it takes long again.";

    private final Story story;
    private final Rows rows;

    FollowUpRows(Story story) {
        this.story = story;
        this.rows = Rows.ofRecords(
                story.jdbc,
                "aftersales.survey_follow_up",
                "response_id, customer_id, owner_id, opened_at, due_on, done_at, done_by, note");
    }

    void add(long response, Client client, Instant answered) {
        boolean open = answered.isAfter(story.now.minus(STILL_OPEN));
        long owner = client.executive().id();
        @Nullable Instant done = open ? null : answered.plus(TO_CALL);
        rows.record(
                story.id(),
                answered,
                null,
                response,
                client.id(),
                owner,
                answered,
                answered.atZone(Story.HOME).toLocalDate().plusDays(DUE_DAYS),
                done,
                open ? null : owner,
                open ? null : client.chinese() ? CALLED_ZH : CALLED_EN);
    }

    void write() {
        rows.write();
    }
}
