package io.throughline.web.demo;

import java.time.Instant;

/** Lines of the records' timelines, and what people said there. */
final class Timeline {

    private final Story story;
    private final Rows lines;
    private final Rows comments;

    Timeline(Story story) {
        this.story = story;
        this.lines = Rows.of(
                story.jdbc,
                "foundation.activity_entry",
                "id, at, subject_type, subject_id, actor_id, actor_name, verb, data::jsonb, visibility");
        this.comments = Rows.ofRecords(
                story.jdbc, "foundation.comment", "subject_type, subject_id, author_id, author_name, text, visibility");
    }

    void staff(Instant at, String type, long subject, Story.Person actor, String verb) {
        line(at, type, subject, actor.id(), actor.name(), verb, "STAFF");
    }

    /** A line the customer reads as well. */
    void everyone(Instant at, String type, long subject, long actor, String actorName, String verb) {
        line(at, type, subject, actor, actorName, verb, "EVERYONE");
    }

    void comment(Instant at, String type, long subject, Story.Person author, String text) {
        comments.record(story.id(), at, author.id(), type, subject, author.id(), author.name(), text, "STAFF");
    }

    void write() {
        lines.write();
        comments.write();
    }

    private void line(
            Instant at, String type, long subject, long actor, String actorName, String verb, String visibility) {
        lines.add(story.id(), at, type, subject, actor, actorName, verb, "{}", visibility);
    }
}
