package io.throughline.foundation.people;

import io.throughline.foundation.model.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal access tokens: shown once, stored as a hash, scoped and expiring; they never carry more than their owner. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class ApiTokens {

    private static final String TABLE = "foundation.api_token";
    private static final String PREFIX = "tl_";
    private static final int DEFAULT_DAYS = 90;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The token's text is in the answer and nowhere else afterwards. */
    public Issued create(Viewer viewer, CreateToken command) {
        var token = PREFIX + RandomToken.next();
        var expires = clock.instant().plus(Duration.ofDays(command.days() == null ? DEFAULT_DAYS : command.days()));
        var id = jdbc.sql("""
                        insert into foundation.api_token (user_id, name, token_hash, scopes, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        viewer.id().value(),
                        command.name(),
                        RandomToken.hash(token),
                        command.scopes().toArray(String[]::new),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(expires))
                .query(Long.class)
                .single();
        var words = words(command.name(), command.scopes()) + " " + expires;
        events.publishEvent(new AccountDeed(viewer, viewer.id(), TABLE, "token", null, words));
        return new Issued(id, command.name(), command.scopes(), expires, token);
    }

    public void revoke(Viewer viewer, long id) {
        var words = jdbc.sql("delete from foundation.api_token where id = ? and user_id = ? returning name, scopes")
                .params(id, viewer.id().value())
                .query((row, n) -> words(row.getString("name"), Set.of((String[])
                        row.getArray("scopes").getArray())))
                .optional()
                .orElseThrow(() -> new NotFound("token", id));
        events.publishEvent(new AccountDeed(viewer, viewer.id(), TABLE, "token", words, null));
    }

    private static String words(String name, Set<String> scopes) {
        return name + " " + new TreeSet<>(scopes);
    }

    @Transactional(readOnly = true)
    public List<TokenRow> list(Viewer viewer) {
        return jdbc.sql("""
                        select id, name, scopes, created_at, expires_at, last_used_at
                          from foundation.api_token where user_id = ? order by created_at desc, id
                        """)
                .param(viewer.id().value())
                .query((row, n) -> new TokenRow(
                        row.getLong("id"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("last_used_at") == null
                                ? null
                                : row.getTimestamp("last_used_at").toInstant()))
                .list();
    }

    /** The living token behind the text; its last use is noted at most once a minute. */
    @Allow(anyone = true)
    public Optional<LiveToken> find(String token) {
        var now = clock.instant();
        return jdbc.sql("""
                        with used as (
                            update foundation.api_token set last_used_at = :now
                             where token_hash = :hash and expires_at > :now
                               and (last_used_at is null or last_used_at < :stale))
                        select t.user_id, u.login, t.scopes
                          from foundation.api_token t join foundation.app_user u on u.id = t.user_id and u.active
                         where t.token_hash = :hash and t.expires_at > :now
                        """)
                .param("hash", RandomToken.hash(token))
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(now.minus(NOTED_EVERY)))
                .query((row, n) -> new LiveToken(row.getLong("user_id"), row.getString("login"), Set.of((String[])
                        row.getArray("scopes").getArray())))
                .optional();
    }

    /** A token just made, with its text. */
    public record Issued(long id, String name, Set<String> scopes, Instant expiresAt, String token) {}

    /** A token as its owner sees it later, without its text. */
    public record TokenRow(
            long id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** Whom a token acts for, and how far. */
    public record LiveToken(long userId, String login, Set<String> scopes) {

        /** Whether a call on the resource is covered; to write covers to read. */
        public boolean covers(String resource, boolean write) {
            return scopes.contains("*")
                    || scopes.contains(resource + ":write")
                    || !write && scopes.contains(resource + ":read");
        }
    }
}
