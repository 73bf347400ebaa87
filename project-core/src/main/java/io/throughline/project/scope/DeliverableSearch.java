package io.throughline.project.scope;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchSource;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectRescoped;
import io.throughline.project.lifecycle.ProjectSearch;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what can be found of a project's deliverables; there are few, so all of them each time. */
@Component
@RequiredArgsConstructor
class DeliverableSearch implements SearchSource {

    private final SearchIndex index;
    private final ProjectSearch projects;
    private final JdbcClient jdbc;

    void putAll(ProjectId project) {
        var scopes = projects.scopes(project);
        var lines = jdbc.sql("""
                        select d.id, p.key, d.number, d.name, d.description, d.criteria
                          from project.deliverable d join project.project p on p.id = d.project_id
                         where d.project_id = ? and d.deleted_at is null
                        """).param(project.value()).query(Line.class).list();
        index.putAll(lines.stream().map(line -> line.entry(scopes)).toList());
    }

    void remove(long deliverable) {
        index.remove(new SubjectRef("DELIVERABLE", deliverable));
    }

    @EventListener
    void on(ProjectRescoped rescoped) {
        putAll(rescoped.projectId());
    }

    @Override
    public void index(long firstId, long lastId) {
        jdbc.sql("select distinct project_id from project.deliverable where id between ? and ?")
                .params(firstId, lastId)
                .query(Long.class)
                .list()
                .forEach(project -> putAll(new ProjectId(project)));
    }

    private record Line(
            long id,
            String key,
            int number,
            String name,
            @Nullable String description,
            @Nullable String criteria) {

        SearchEntry entry(Set<String> scopes) {
            return new SearchEntry(
                    new SubjectRef("DELIVERABLE", id),
                    null,
                    name,
                    (description == null ? "" : description) + "\n" + (criteria == null ? "" : criteria),
                    scopes,
                    "/projects/" + key + "/deliverables/" + number,
                    Set.of());
        }
    }
}
