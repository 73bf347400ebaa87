package io.throughline.foundation.search;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.UserSaved;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps colleagues findable; customers' users are found through their contact. */
@Component
@RequiredArgsConstructor
class PeopleIndexer implements SearchSource {

    private static final String TYPE = "USER";

    private final SearchIndex index;
    private final JdbcClient jdbc;

    @EventListener
    void on(UserSaved user) {
        if (user.active() && user.staff()) {
            index.put(entry(user.id().value(), user.login(), user.name()));
        } else {
            index.remove(new SubjectRef(TYPE, user.id().value()));
        }
    }

    @Override
    public void index(long firstId, long lastId) {
        index.putAll(jdbc.sql("""
            select u.id, u.login, u.name from foundation.app_user u
             where u.id between ? and ? and u.active and exists (
                   select 1 from foundation.user_role r where r.user_id = u.id and r.role <> 'CUSTOMER')
            """)
                .params(firstId, lastId)
                .query((row, n) -> entry(row.getLong("id"), row.getString("login"), row.getString("name")))
                .list());
    }

    private static SearchEntry entry(long id, String login, String name) {
        return new SearchEntry(
                new SubjectRef(TYPE, id), null, name, login, Set.of("staff"), "/people/" + login, Set.of(name));
    }
}
