package io.throughline.foundation.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the notices whose mail is due into one mail a person; what was read meanwhile is left out. */
@Component
@Transactional
@RequiredArgsConstructor
class NoticeMails {

    static final String TEMPLATE = "notices";
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Viewers viewers;
    private final InboxSubjects subjects;
    private final Clock clock;

    /** Writes the due mails; several nodes may do so at the same time. Says how many. */
    int collect() {
        var due = jdbc.sql("""
                        with due as (
                            select id from foundation.notice where mail_due_at <= :now
                             order by mail_due_at, id limit :most for update skip locked
                        ), taken as (
                            update foundation.notice n set mail_due_at = null from due where n.id = due.id returning n.*
                        )
                        select t.id, t.user_id, t.subject_type, t.subject_id, t.kind, t.data, t.label, t.path,
                               t.actor_name, t.at, u.email
                          from taken t join foundation.app_user u on u.id = t.user_id
                         where t.read_at is null and u.active and u.email is not null
                         order by t.user_id, t.id
                        """)
                .param("now", Times.sql(clock.instant()))
                .param("most", AT_ONCE)
                .query((row, n) -> Due.of(row))
                .list();
        var letters = due.stream()
                .filter(notice -> Letter.isAddress(notice.email))
                .collect(groupingBy(Due::user, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .flatMap(notices -> letter(notices).stream())
                .toList();
        outbox.mail(letters);
        return letters.size();
    }

    /** Nobody's mail tells of a record the person may no longer see, so each person's rights are asked anew. */
    private Optional<Letter> letter(List<Due> notices) {
        var first = notices.get(0);
        return viewers.load(new UserId(first.user)).flatMap(viewer -> {
            var known = subjects.of(viewer, notices.stream().map(Due::subject).toList());
            var items = notices.stream()
                    .flatMap(notice -> notice.item(viewer, known).stream())
                    .toList();
            return items.isEmpty() ? Optional.empty() : Optional.of(letter(viewer, first, items));
        });
    }

    private static Letter letter(Viewer viewer, Due first, List<Map<String, @Nullable Object>> items) {
        var data = Map.of(
                "name", viewer.name(), "zone", viewer.zone().getId(), "staff", viewer.isStaff(), "notices", items);
        return new Letter(first.email, TEMPLATE, viewer.locale(), data, new SubjectRef("USER", first.user));
    }

    private record Due(
            long user,
            String email,
            SubjectRef subject,
            String kind,
            Map<String, @Nullable Object> data,
            String label,
            @Nullable String path,
            String at) {

        static Due of(ResultSet row) throws SQLException {
            var data = Json.read(row.getString("data"));
            data.put("actor", row.getString("actor_name"));
            return new Due(
                    row.getLong("user_id"),
                    row.getString("email"),
                    new SubjectRef(row.getString("subject_type"), row.getLong("subject_id")),
                    row.getString("kind"),
                    data,
                    row.getString("label"),
                    row.getString("path"),
                    Times.instant(row, "at").toString());
        }

        Optional<Map<String, @Nullable Object>> item(Viewer viewer, InboxSubjects.Known known) {
            return known.link(subject, label, path).map(link -> {
                var values = new LinkedHashMap<>(data);
                values.put("label", link.label());
                var item = new LinkedHashMap<String, @Nullable Object>();
                item.put("kind", kind);
                item.put("type", subject.type());
                item.put("data", values);
                item.put("label", link.label());
                item.put("path", InboxSubjects.emptyToNull(link.pathFor(viewer)));
                item.put("at", at);
                return item;
            });
        }
    }
}
