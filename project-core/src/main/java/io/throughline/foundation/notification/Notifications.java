package io.throughline.foundation.notification;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what happened to a record, each in the way they chose.
 *
 * <p>One statement whatever the number of recipients. Left out are whoever caused it ({@link CurrentActor}), the
 * deactivated, and those who muted the record. What is to be mailed waits two minutes, or for the morning, and is not
 * mailed at all when it was read meanwhile.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(anyone = true)
public class Notifications {

    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LONGEST_LABEL = 300;

    private final JdbcClient jdbc;
    private final NoticeKinds kinds;
    private final SubjectNames names;
    private final InboxNews news;
    private final Clock clock;

    /**
     * @param recipients duplicates count once; unknown users are ignored
     * @param subject the record the notices are stacked under
     * @param kind message key of the text, see {@link NoticeKind}
     * @param data values for the text's named places (text, numbers, or enum constants' names). {@code label} and
     *     {@code path} name the record where its feature gives no {@code SubjectAccess}
     */
    public void notify(
            Collection<UserId> recipients,
            SubjectRef subject,
            String kind,
            Map<String, ? extends @Nullable Object> data) {
        notify(recipients, subject, kind, data, false);
    }

    /** The same, leaving out customers' contacts: for what is internal. */
    public void notifyStaff(
            Collection<UserId> recipients,
            SubjectRef subject,
            String kind,
            Map<String, ? extends @Nullable Object> data) {
        notify(recipients, subject, kind, data, true);
    }

    private void notify(
            Collection<UserId> recipients,
            SubjectRef subject,
            String kind,
            Map<String, ? extends @Nullable Object> data,
            boolean staffOnly) {
        if (recipients.isEmpty()) {
            return;
        }
        var defaults = kinds.of(kind);
        var link = names.of(subject, data);
        var actor = CurrentActor.get().filter(viewer -> !viewer.isSystem());
        var now = clock.instant();
        var reached = jdbc.sql(INSERT)
                .param(
                        "users",
                        recipients.stream().map(UserId::value).distinct().toArray(Long[]::new))
                .param("actor", actor.map(Viewer::id).map(UserId::value).orElse(Viewer.SYSTEM_ID.value()))
                .param("actorName", actor.map(Viewer::name).orElse(null))
                .param("type", subject.type())
                .param("subject", subject.id())
                .param("label", cut(link.label()))
                .param("path", link.path())
                .param("kind", kind)
                .param("data", Json.write(data))
                .param("inApp", defaults.inApp())
                .param("mail", defaults.mail())
                .param("mention", kind.endsWith("mentioned") || kind.endsWith("Mentioned"))
                .param("staffOnly", staffOnly)
                .param("now", Times.sql(now))
                .param("soon", Times.sql(now.plus(PATIENCE)))
                .query(Long.class)
                .list();
        news.tell(reached);
    }

    private static String cut(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static final String INSERT = """
            with recipient as (
                select u.id, coalesce(p.in_app, :inApp) as in_app,
                       coalesce(p.mail, :mail) and u.email is not null as mail,
                       case when s.digest = 'DAILY'
                            then (date_trunc('day', cast(:now as timestamptz) at time zone u.zone) + interval '1 day 8 hours') at time zone u.zone
                            else cast(:soon as timestamptz) end as mail_at
                  from foundation.app_user u
                  left join foundation.notice_preference p on p.user_id = u.id and p.kind = :kind
                  left join foundation.notice_setting s on s.user_id = u.id
                 where u.id = any(:users) and u.active and u.id <> :actor
                   and (not :staffOnly or u.contact_id is null)
                   and not exists (select 1 from foundation.inbox_entry e
                                    where e.user_id = u.id and e.subject_type = :type and e.subject_id = :subject and e.muted)
            ), entry as (
                insert into foundation.inbox_entry as e
                       (user_id, subject_type, subject_id, label, path, newest_at, unread, mentioned, muted)
                select r.id, :type, :subject, :label, :path, :now, 1, :mention, false
                  from recipient r where r.in_app order by r.id
                on conflict (user_id, subject_type, subject_id) do update
                   set unread = e.unread + 1, newest_at = excluded.newest_at, label = excluded.label,
                       path = excluded.path, mentioned = e.mentioned or excluded.mentioned
                returning id, user_id
            ), notice as (
                insert into foundation.notice
                       (user_id, entry_id, subject_type, subject_id, label, path, kind, data, actor_id, actor_name, at, mail_due_at)
                select r.id, e.id, :type, :subject, :label, :path, :kind, cast(:data as jsonb),
                       nullif(cast(:actor as bigint), 0), :actorName, :now, case when r.mail then r.mail_at end
                  from recipient r left join entry e on e.user_id = r.id
                 where r.in_app or r.mail
            )
            select user_id from entry
            """;
}
