package io.throughline.foundation.activity;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Resolves the users a comment names: active, not its author, and able to read it. */
@Component
@RequiredArgsConstructor
class MentionedUsers {

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final SubjectAccesses accesses;

    Set<UserId> in(Comment comment) {
        return in(comment.getText(), comment.getAuthorId(), comment.getVisibility(), comment.subject());
    }

    /** At most twenty; whoever may not see the record or, being a customer, the text is left out without a word. */
    Set<UserId> in(String markdown, long author, Visibility visibility, SubjectRef subject) {
        var tokens = MentionTokens.of(Markdown.plainText(markdown));
        if (tokens.tails().isEmpty()) {
            return Set.of();
        }
        return tokens.resolve(lookUp(tokens.candidates())).stream()
                .filter(user -> user.value() != author)
                .filter(user -> mayRead(user, visibility, subject))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Set<UserId>> lookUp(Set<String> candidates) {
        var known = new HashMap<String, Set<UserId>>();
        jdbc.sql("""
                        select id, lower(login) as login, lower(name) as name
                          from foundation.app_user
                         where active and (lower(login) = any(:names) or lower(name) = any(:names))
                        """).param("names", candidates.toArray(String[]::new)).query(row -> {
            var id = new UserId(row.getLong("id"));
            known.computeIfAbsent(row.getString("login"), name -> new HashSet<>())
                    .add(id);
            known.computeIfAbsent(row.getString("name"), name -> new HashSet<>())
                    .add(id);
        });
        known.keySet().retainAll(candidates);
        return known;
    }

    private boolean mayRead(UserId user, Visibility visibility, SubjectRef subject) {
        return viewers.load(user)
                .filter(visibility::isOpenTo)
                .filter(viewer -> accesses.canSee(viewer, subject))
                .isPresent();
    }
}
