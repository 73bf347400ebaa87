package io.throughline.web.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What colleagues wrote to each other on projects, and how it lies in their inboxes: unread where it is of today. */
final class MentionRows {

    private static final String LEFT_IN_THE_INBOX = """
        with entry as (
            insert into foundation.inbox_entry as e
                   (user_id, subject_type, subject_id, label, path, newest_at, unread, mentioned, muted)
            values (:to, 'PROJECT', :project, :label, :path, :at, :unread, true, false)
            on conflict (user_id, subject_type, subject_id) do update
               set unread = e.unread + excluded.unread, newest_at = greatest(e.newest_at, excluded.newest_at),
                   mentioned = true
            returning id
        )
        insert into foundation.notice (user_id, entry_id, subject_type, subject_id, label, path, kind, data,
               actor_id, actor_name, at, read_at)
        select :to, entry.id, 'PROJECT', :project, :label, :path, 'foundation.notification.notice.mentioned',
               jsonb_build_object('excerpt', cast(:text as text)), :from, :name, :at,
               case when :unread = 0 then cast(:at as timestamptz) + interval '1 hour' end from entry
        """;

    /** Who is asked on a project reads along in it. */
    private static final String READS_ALONG = """
        insert into project.project_member (id, version, project_id, user_id, role, created_at, changed_at)
        select :id, 0, :project, :to, 'OBSERVER', :at, :at
         where not exists (select 1 from foundation.user_role where user_id = :to
                              and role in ('MANAGER', 'PROJECT_MANAGER', 'RESOURCE_COORDINATOR'))
        on conflict (project_id, user_id) do nothing
        """;

    private static final Duration UNREAD = Duration.ofHours(26);

    private final Story story;
    private final Timeline timeline;

    MentionRows(Story story, Timeline timeline) {
        this.story = story;
        this.timeline = timeline;
    }

    void write() {
        var jdbc = new NamedParameterJdbcTemplate(story.jdbc);
        for (var line : Sheet.lines("mentions")) {
            var from = story.person(line[0]);
            var to = story.person(line[1]);
            var venture = story.ventures.stream()
                    .filter(one -> one.key().equals(line[2]))
                    .findFirst()
                    .orElseThrow();
            var ago = Duration.ofHours(Long.parseLong(line[3]));
            var at = story.now.minus(ago);
            jdbc.update(
                    READS_ALONG,
                    Map.of("id", story.id(), "project", venture.id(), "to", to.id(), "at", Timestamp.from(at)));
            timeline.comment(at, "PROJECT", venture.id(), from, line[4]);
            jdbc.update(
                    LEFT_IN_THE_INBOX,
                    Map.of(
                            "to", to.id(),
                            "project", venture.id(),
                            "label", venture.key() + " · " + venture.name(),
                            "path", "/projects/" + venture.key(),
                            "at", Timestamp.from(at),
                            "unread", ago.compareTo(UNREAD) < 0 ? 1 : 0,
                            "text", line[4],
                            "from", from.id(),
                            "name", from.name()));
        }
    }
}
