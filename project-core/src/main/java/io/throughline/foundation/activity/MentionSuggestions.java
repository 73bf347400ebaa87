package io.throughline.foundation.activity;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes colleagues while somebody types {@code @}: by name, login, pinyin or pinyin initials. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class MentionSuggestions {

    private static final int MOST = 8;

    private final Search search;
    private final JdbcClient jdbc;

    /** At most eight active colleagues, the best match first; none for a blank text. */
    public List<Suggestion> find(Viewer viewer, String typed) {
        var ids = search.find(viewer, typed, "USER", MOST).stream()
                .map(Search.Hit::id)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId = new HashMap<Long, Suggestion>();
        jdbc.sql("select id, login, name from foundation.app_user where active and id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    byId.put(row.getLong("id"), new Suggestion(row.getString("login"), row.getString("name")));
                });
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /**
     * @param login what to write behind the sign
     * @param name what people read
     */
    public record Suggestion(String login, String name) {}
}
