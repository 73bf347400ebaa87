package io.throughline.foundation.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.throughline.foundation.model.SubjectRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                        select t.id, t.user_id, t.kind, t.data, t.label, t.path, t.actor_name, t.at,
                               u.email, u.locale, u.zone, u.name
                          from taken t join foundation.app_user u on u.id = t.user_id
                         where t.read_at is null and u.active and u.email is not null
                         order by t.user_id, t.id
                        """)
                .param("now", Times.sql(clock.instant()))
                .param("most", AT_ONCE)
                .query((row, n) -> Due.of(row))
                .list();
        var letters = new ArrayList<Letter>();
        due.stream()
                .filter(notice -> Letter.isAddress(notice.email))
                .collect(groupingBy(Due::user, LinkedHashMap::new, toList()))
                .forEach((user, notices) -> letters.add(letter(user, notices)));
        outbox.mail(letters);
        return letters.size();
    }

    private static Letter letter(long user, List<Due> notices) {
        var first = notices.get(0);
        var data = Map.of(
                "name", first.name,
                "zone", first.zone,
                "notices", notices.stream().map(Due::item).toList());
        return new Letter(
                first.email, TEMPLATE, Locale.forLanguageTag(first.locale), data, new SubjectRef("USER", user));
    }

    private record Due(
            long user, String email, String locale, String zone, String name, Map<String, @Nullable Object> item) {

        static Due of(ResultSet row) throws SQLException {
            var values = Json.read(row.getString("data"));
            values.put("label", row.getString("label"));
            values.put("actor", row.getString("actor_name"));
            var item = new LinkedHashMap<String, @Nullable Object>();
            item.put("kind", row.getString("kind"));
            item.put("data", values);
            item.put("label", row.getString("label"));
            item.put("path", row.getString("path"));
            item.put("at", Times.instant(row, "at").toString());
            return new Due(
                    row.getLong("user_id"),
                    row.getString("email"),
                    row.getString("locale"),
                    row.getString("zone"),
                    row.getString("name"),
                    item);
        }
    }
}
