package io.throughline.web.demo;

import io.throughline.web.demo.Story.Venture;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What people said on projects and their tasks, the documents they keep there, and what waits in their inboxes. */
final class DiscussionChapter {

    private static final int DOCUMENTS = 4;

    /** Each agent's customers who wrote lately; what came within two days has not been read. */
    private static final String NOTICES = """
            with asked as (
                select distinct on (t.id) t.id, t.number || ' · ' || t.subject as label, '/tickets/' || t.number as path, t.assignee_id,
                       t.last_customer_message_at as at, m.author_name
                  from aftersales.ticket t join aftersales.ticket_message m
                    on m.ticket_id = t.id and m.at = t.last_customer_message_at and m.from_customer
                 where t.live and t.assignee_id is not null and t.customer_id = any (?)
            ), entry as (
                insert into foundation.inbox_entry (user_id, subject_type, subject_id, label, path, newest_at, unread,
                       mentioned, muted)
                select assignee_id, 'TICKET', id, left(label, 300), path, at, case when at > ? then 1 else 0 end, false,
                       false from asked
                returning id, user_id, subject_id, unread
            )
            insert into foundation.notice (user_id, entry_id, subject_type, subject_id, label, path, kind, data,
                   actor_name, at, read_at)
            select e.user_id, e.id, 'TICKET', a.id, left(a.label, 300), a.path, 'aftersales.ticket.notice.asked', '{}',
                   a.author_name, a.at, case when e.unread = 0 then a.at + interval '1 hour' end
              from entry e join asked a on a.id = e.subject_id
            """;

    /** What was answered to contacts who may use the portal; the answers of the last two days have not been read. */
    private static final String ANSWERS = """
            with answered as (
                select distinct on (t.id) t.id, t.number || ' · ' || t.subject as label, '/portal/tickets/' || t.number as path,
                       u.id as user_id, m.at, m.author_name
                  from aftersales.ticket t
                  join foundation.app_user u on u.contact_id = t.requester_id
                  join aftersales.ticket_message m
                    on m.ticket_id = t.id and not m.from_customer and not m.automatic and m.visibility = 'PUBLIC'
                 where t.live and t.customer_id = any (?)
                 order by t.id, m.at desc
            ), entry as (
                insert into foundation.inbox_entry (user_id, subject_type, subject_id, label, path, newest_at, unread,
                       mentioned, muted)
                select user_id, 'TICKET', id, left(label, 300), path, at, case when at > ? then 1 else 0 end, false,
                       false from answered
                on conflict (user_id, subject_type, subject_id) do nothing
                returning id, user_id, subject_id, unread
            )
            insert into foundation.notice (user_id, entry_id, subject_type, subject_id, label, path, kind, data,
                   actor_name, at, read_at)
            select e.user_id, e.id, 'TICKET', a.id, left(a.label, 300), a.path, 'aftersales.ticket.notice.answered', '{}',
                   a.author_name, a.at, case when e.unread = 0 then a.at + interval '1 hour' end
              from entry e join answered a on a.id = e.subject_id and a.user_id = e.user_id
            """;

    private final Story story;
    private final Timeline timeline;
    private final FileChapter files;
    private final List<String[]> remarks = Sheet.lines("comments");
    private final List<String[]> titles = Sheet.lines("documents");
    private final Rows documents;
    private final Rows versions;

    DiscussionChapter(Story story, Timeline timeline) {
        this.story = story;
        this.timeline = timeline;
        this.files = new FileChapter(story);
        this.documents = Rows.ofRecords(
                story.jdbc,
                "project.document",
                "project_id, number, title, folder, status, latest_version, approved_version, approved_at,"
                        + " approved_by");
        this.versions = Rows.ofRecords(
                story.jdbc,
                "project.document_version",
                "document_id, number, attachment_id, file_name, size_bytes, note");
    }

    void write() {
        for (var venture : story.ventures) {
            talk(venture);
            for (int number = 1; number <= DOCUMENTS; number++) {
                document(venture, number, titles.get((number - 1) % titles.size()));
            }
        }
        documents.write();
        versions.write();
        files.write();
        new MentionRows(story, timeline).write();
        var clients = story.clients.values().stream().map(Story.Client::id).toArray(Long[]::new);
        var lately = Timestamp.from(story.now.minus(Duration.ofDays(2)));
        story.jdbc.update(NOTICES, clients, lately);
        story.jdbc.update(ANSWERS, clients, lately);
    }

    /** Some words on the project, and on tasks that are under way. */
    private void talk(Venture venture) {
        var under = story.jdbc.queryForList(
                "select id from project.task where project_id = ? and status = 'IN_PROGRESS' and not summary order by"
                        + " number",
                Long.class,
                venture.id());
        var fitting = remarks.stream()
                .filter(line -> line[0].equals(venture.client().chinese() ? "zh" : "en"))
                .toList();
        var words = new ArrayList<>(fitting);
        Collections.shuffle(words, story.dice);
        for (int i = 0; i < 3; i++) {
            timeline.comment(
                    said(venture.open() ? 16 : 370),
                    "PROJECT",
                    venture.id(),
                    story.any(venture.team()),
                    words.get(i)[1]);
        }
        for (var task : under) {
            if (story.chance(60)) {
                timeline.comment(said(5), "TASK", task, story.any(venture.team()), story.any(fitting)[1]);
            }
        }
    }

    /** In working hours of a day before today. */
    private Instant said(int mostDays) {
        var day = Story.workday(story.today.minusDays(story.between(1, mostDays)));
        return Story.at(day.atTime(story.between(8, 17), story.between(0, 59)));
    }

    private void document(Venture venture, int number, String[] title) {
        boolean chinese = venture.client().chinese();
        var at = story.now.minus(Duration.ofDays(story.between(8, 90)));
        var author = story.any(venture.team());
        boolean approved = number % 2 == 1;
        long id = story.id();
        var approver = venture.manager().id();
        documents.record(
                id,
                at,
                author.id(),
                venture.id(),
                number,
                title[chinese ? 1 : 3],
                title[chinese ? 0 : 2],
                approved ? "APPROVED" : "DRAFT",
                1,
                approved ? 1 : null,
                approved ? at.plus(Duration.ofDays(2)) : null,
                approved ? approver : null);
        var file = files.attach(at, "DOCUMENT", id, true, author.id(), author.name());
        versions.record(story.id(), at, author.id(), id, 1, file.id(), file.name(), file.size(), null);
    }
}
