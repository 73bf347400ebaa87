package io.throughline.foundation.notification;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with the own inbox: read, put off, mute. Another person's entry is not found. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Inbox {

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final InboxNews news;
    private final Clock clock;

    public void read(Viewer viewer, long entry) {
        change(viewer, entry, "unread = 0");
        markRead("entry_id = :entry", viewer, entry);
    }

    /** Unread again: the newest notice counts as not seen. */
    public void unread(Viewer viewer, long entry) {
        change(viewer, entry, "unread = greatest(unread, 1)");
        jdbc.sql("""
                        update foundation.notice set read_at = null
                         where id = (select max(id) from foundation.notice where entry_id = ?)
                        """).param(entry).update();
    }

    /**
     * Reads whatever there is about a record whose page is opened, in one statement.
     *
     * @return how many other records have something unread, as {@link InboxQueries#unreadCount}
     */
    public int open(Viewer viewer, SubjectRef subject) {
        var counts = jdbc.sql("""
                        with opened as (
                            update foundation.inbox_entry set unread = 0
                             where user_id = :user and subject_type = :type and subject_id = :subject and unread > 0
                            returning id),
                        seen as (
                            update foundation.notice n set read_at = :now, mail_due_at = null
                              from opened where n.entry_id = opened.id and n.user_id = :user and n.read_at is null)
                        select (select count(*) from opened) as opened, (
                            select count(*) from (
                                select 1 from foundation.inbox_entry
                                 where user_id = :user and unread > 0 and not muted
                                   and (snoozed_until is null or snoozed_until <= :now)
                                   and not (subject_type = :type and subject_id = :subject) limit :most) as counted
                            ) as unread
                        """)
                .param("user", viewer.id().value())
                .param("type", subject.type())
                .param("subject", subject.id())
                .param("now", Times.sql(clock.instant()))
                .param("most", InboxQueries.MOST_COUNTED)
                .query((row, n) -> new Opened(row.getInt("opened"), row.getInt("unread")))
                .single();
        if (counts.opened() > 0) {
            tell(viewer);
        }
        return counts.unread();
    }

    private record Opened(int opened, int unread) {}

    /** Reads all that is neither muted nor put off; says how many records that were. */
    public int readAll(Viewer viewer) {
        var now = Times.sql(clock.instant());
        markRead("""
                entry_id in (select id from foundation.inbox_entry e where e.user_id = :user and e.unread > 0
                                and not e.muted and (e.snoozed_until is null or e.snoozed_until <= :now))
                """, viewer, 0);
        int entries = jdbc.sql("""
                        update foundation.inbox_entry set unread = 0
                         where user_id = :user and unread > 0 and not muted
                           and (snoozed_until is null or snoozed_until <= :now)
                        """)
                .param("user", viewer.id().value())
                .param("now", now)
                .update();
        tell(viewer);
        return entries;
    }

    /** Hides the entry until the instant; it comes back unread. At most a year. */
    public void snooze(Viewer viewer, long entry, Instant until) {
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw new RuleViolation("foundation.notification.snoozeRange").at("until");
        }
        int changed = jdbc.sql("""
                        update foundation.inbox_entry set snoozed_until = :until, unread = greatest(unread, 1)
                         where user_id = :user and id = :entry
                        """)
                .param("until", Times.sql(until))
                .param("user", viewer.id().value())
                .param("entry", entry)
                .update();
        requireOne(changed, entry);
        tell(viewer);
    }

    /** Back into the inbox at once. */
    public void wake(Viewer viewer, long entry) {
        change(viewer, entry, "snoozed_until = null");
    }

    /** Nothing more about this record, by inbox or mail, until unmuted. */
    public void mute(Viewer viewer, long entry) {
        change(viewer, entry, "muted = true, unread = 0, snoozed_until = null");
        markRead("entry_id = :entry", viewer, entry);
    }

    public void unmute(Viewer viewer, long entry) {
        change(viewer, entry, "muted = false");
    }

    private void markRead(String which, Viewer viewer, long entry) {
        jdbc.sql(
                        "update foundation.notice set read_at = :now, mail_due_at = null where read_at is null and user_id = :user and "
                                + which)
                .param("now", Times.sql(clock.instant()))
                .param("user", viewer.id().value())
                .param("entry", entry)
                .update();
    }

    private void change(Viewer viewer, long entry, String assignment) {
        int changed = jdbc.sql("update foundation.inbox_entry set " + assignment + " where user_id = ? and id = ?")
                .params(viewer.id().value(), entry)
                .update();
        requireOne(changed, entry);
        tell(viewer);
    }

    private static void requireOne(int changed, long entry) {
        if (changed == 0) {
            throw new NotFound("inbox entry", entry);
        }
    }

    private void tell(Viewer viewer) {
        news.tell(List.of(viewer.id().value()));
    }
}
