package io.throughline.web.rest;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of the last 24 hours with their answers, shared by all nodes. */
@Component
@RequiredArgsConstructor
class OnceOnlyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Empty when the key is now the caller's; else what is known of the first call. */
    Optional<Claim> claim(long user, String key, String path) {
        var now = clock.instant();
        jdbc.sql("""
                        delete from foundation.once_only_key
                         where at < ? or (user_id = ? and key = ? and status is null and at < ?)
                        """)
                .params(Timestamp.from(now.minus(KEPT)), user, key, Timestamp.from(now.minus(LONGEST_RUN)))
                .update();
        int won = jdbc.sql("""
                        insert into foundation.once_only_key (user_id, key, path, at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """).params(user, key, path, Timestamp.from(now)).update();
        return won == 1 ? Optional.empty() : find(user, key);
    }

    void remember(long user, String key, Answer answer) {
        jdbc.sql("""
                        update foundation.once_only_key
                           set fingerprint = :fingerprint, status = :status, content_type = :type,
                               location = :location, body = :body
                         where user_id = :user and key = :key
                        """)
                .param("fingerprint", answer.fingerprint())
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("user", user)
                .param("key", key)
                .update();
    }

    void free(long user, String key) {
        jdbc.sql("delete from foundation.once_only_key where user_id = ? and key = ?")
                .params(user, key)
                .update();
    }

    private Optional<Claim> find(long user, String key) {
        return jdbc.sql("""
                        select path, fingerprint, status, content_type, location, body
                          from foundation.once_only_key where user_id = ? and key = ?
                        """)
                .params(user, key)
                .query((row, n) -> {
                    int status = row.getInt("status");
                    return new Claim(
                            row.getString("path"),
                            row.wasNull()
                                    ? null
                                    : new Answer(
                                            row.getString("fingerprint"),
                                            status,
                                            row.getString("content_type"),
                                            row.getString("location"),
                                            row.getBytes("body")));
                })
                .optional();
    }

    /** The first call with a key; without an answer it is still running. */
    record Claim(String path, @Nullable Answer answer) {}

    /** What the first call was answered. */
    record Answer(
            String fingerprint,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}
}
