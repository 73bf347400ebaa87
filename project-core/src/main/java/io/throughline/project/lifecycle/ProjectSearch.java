package io.throughline.project.lifecycle;

import io.throughline.foundation.customer.AccountExecutiveChanged;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what can be found of a project; the same people find its parts as may read its plan. */
@Component
@RequiredArgsConstructor
public class ProjectSearch implements SearchSource {

    private final SearchIndex index;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** Anew, with all its parts. */
    void rescope(ProjectId project) {
        put(project);
        events.publishEvent(new ProjectRescoped(project));
    }

    @Override
    public void index(long firstId, long lastId) {
        putAll(
                "select id from project.project where id between :first and :last",
                Map.of("first", firstId, "last", lastId));
    }

    /** The executive of a project's customer finds its head, though not what is planned in it. */
    @EventListener
    void on(AccountExecutiveChanged changed) {
        putAll(
                "select id from project.project where customer_id = :customer",
                Map.of("customer", changed.customerId().value()));
    }

    private void putAll(String ids, Map<String, Long> params) {
        jdbc.sql(ids).params(params).query(Long.class).list().forEach(id -> put(new ProjectId(id)));
    }

    private void put(ProjectId project) {
        var head = head(project);
        var readers = scopes(project);
        if (head.executive() != null && head.visibility().equals(Visibility.INTERNAL.name())) {
            readers.add("user:" + head.executive());
        }
        index.put(new SearchEntry(
                ProjectTimeline.subject(project),
                head.key(),
                head.name(),
                String.join("\n", text(head.goal()), text(head.customer()), text(head.manager())),
                readers,
                "/projects/" + head.key(),
                head.manager() == null ? Set.of() : Set.of(head.manager())));
    }

    /** Who finds the project and its parts. */
    public Set<String> scopes(ProjectId project) {
        var scopes = new HashSet<String>();
        scopes.add("role:" + Role.MANAGER);
        var head = head(project);
        if (head.visibility().equals(Visibility.INTERNAL.name())) {
            scopes.add("role:" + Role.PROJECT_MANAGER);
            scopes.add("role:" + Role.RESOURCE_COORDINATOR);
        }
        jdbc.sql("""
                        select m.user_id from project.project_member m where m.project_id = :id
                        union select p.manager_id from project.project p where p.id = :id and p.manager_id is not null
                        """).param("id", project.value()).query(Long.class).list().forEach(user -> scopes.add("user:" + user));
        return scopes;
    }

    private Head head(ProjectId project) {
        return jdbc.sql("""
            select p.key, p.name, p.goal, p.visibility, c.short_name as customer,
                   c.account_executive_id as executive, u.name as manager
                          from project.project p
                          left join foundation.customer c on c.id = p.customer_id
                          left join foundation.app_user u on u.id = p.manager_id
                         where p.id = ?
                        """).param(project.value()).query(Head.class).single();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private record Head(
            String key,
            String name,
            @Nullable String goal,
            String visibility,
            @Nullable String customer,
            @Nullable Long executive,
            @Nullable String manager) {}
}
