package io.throughline.web.security;

import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Forms kept for their writers until they are signed in again: the newest of some days, and for nobody else. */
@Component
@RequiredArgsConstructor
class KeptForms {

    /** Comes along when a kept form is sent again. */
    static final String FIELD = "_kept";

    private static final Duration KEPT = Duration.ofDays(3);
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    void keep(UserId user, KeptForm form) {
        var now = clock.instant();
        jdbc.sql("""
                        with old as (
                            delete from foundation.kept_form
                             where at < :since or user_id = :user and id not in (
                                   select id from foundation.kept_form where user_id = :user order by id desc limit :most))
                        insert into foundation.kept_form (user_id, path, fields, files_lost, at)
                        values (:user, :path, :fields::jsonb, :files, :now)
                        """)
                .param("since", since(now))
                .param("user", user.value())
                .param("most", MOST - 1)
                .param("path", form.path())
                .param("fields", json.writeValueAsString(form.fields()).replace("\\u0000", ""))
                .param("files", form.filesLost())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Newest first. */
    List<Kept> of(UserId user) {
        return jdbc.sql("""
                        select id, path, fields::text as fields, files_lost, at from foundation.kept_form
                         where user_id = ? and at >= ? order by id desc
                        """)
                .params(user.value(), since(clock.instant()))
                .query((row, n) -> kept(row))
                .list();
    }

    boolean any(UserId user) {
        return jdbc.sql("select exists (select 1 from foundation.kept_form where user_id = ? and at >= ?)")
                .params(user.value(), since(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** The viewer's own only; nothing happens where there is none. */
    void drop(Viewer viewer, long id) {
        jdbc.sql("delete from foundation.kept_form where id = ? and user_id = ?")
                .params(id, viewer.id().value())
                .update();
    }

    private Kept kept(ResultSet row) throws SQLException {
        Map<String, List<String>> fields = json.readValue(row.getString("fields"), new TypeReference<>() {});
        return new Kept(
                row.getLong("id"),
                new KeptForm(row.getString("path"), fields, row.getBoolean("files_lost")),
                row.getTimestamp("at").toInstant());
    }

    private static Timestamp since(Instant now) {
        return Timestamp.from(now.minus(KEPT));
    }

    /** A form in keeping. */
    record Kept(long id, KeptForm form, Instant at) {

        static Optional<Long> idOf(@org.jspecify.annotations.Nullable String text) {
            return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
        }
    }
}
