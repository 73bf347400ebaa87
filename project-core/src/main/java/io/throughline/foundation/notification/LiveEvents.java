package io.throughline.foundation.notification;

import io.throughline.foundation.people.Allow;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Live events to the open pages of all nodes, carried by PostgreSQL itself.
 *
 * <p>Published inside a transaction, an event is delivered when that commits and dropped when it rolls back; equal
 * events of one transaction arrive once.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(anyone = true)
public class LiveEvents {

    static final String CHANNEL = "throughline";
    private static final int MOST_BYTES = 7 * 1024;

    private final JdbcClient jdbc;

    /** The topic only that user hears. */
    public static String user(long id) {
        return "user:" + id;
    }

    /**
     * @param topic for example {@code ticket:TK-2026-000042-3}; see {@link TopicAccess}
     * @param payload small: what changed, not its content. Beyond 7 kB only its {@code id} is sent
     */
    public void publish(String topic, Map<String, ? extends @Nullable Object> payload) {
        publish(List.of(topic), payload);
    }

    /** The same event to many topics, in one statement. */
    public void publish(Collection<String> topics, Map<String, ? extends @Nullable Object> payload) {
        if (topics.isEmpty()) {
            return;
        }
        jdbc.sql("select count(pg_notify('%s', topic || ' ' || :payload)) from unnest(:topics) as topic"
                        .formatted(CHANNEL))
                .param("topics", topics.toArray(String[]::new))
                .param("payload", fit(payload))
                .query(Long.class)
                .single();
    }

    private static String fit(Map<String, ? extends @Nullable Object> payload) {
        var whole = Json.write(payload);
        if (whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return whole;
        }
        var id = payload.get("id");
        return Json.write(id == null ? Map.of() : Map.of("id", id));
    }
}
