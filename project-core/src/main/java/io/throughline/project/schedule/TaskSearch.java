package io.throughline.project.schedule;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchSource;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.lifecycle.ProjectRescoped;
import io.throughline.project.lifecycle.ProjectSearch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what can be found of tasks: their words, for those who may read the plan. */
@Component
@RequiredArgsConstructor
class TaskSearch implements SearchSource {

    private static final String TYPE = "TASK";
    private static final String LINES = """
            select t.id, p.key, t.number, t.name, t.description from project.task t
              join project.project p on p.id = t.project_id
             where t.project_id = :project and t.deleted_at is null and (:all or t.id = any (:tasks))
            """;

    private final SearchIndex index;
    private final ProjectSearch projects;
    private final JdbcClient jdbc;

    /** After a change of one task; a deleted one is no longer found. */
    void put(ProjectId project, long task) {
        put(project, List.of(task));
    }

    void put(ProjectId project, List<Long> tasks) {
        var lines = lines(project, tasks);
        var living = lines.stream().map(Line::id).collect(Collectors.toSet());
        tasks.stream().filter(task -> !living.contains(task)).forEach(task -> index.remove(new SubjectRef(TYPE, task)));
        index.putAll(entries(project, lines));
    }

    void putAll(ProjectId project) {
        index.putAll(entries(project, lines(project, null)));
    }

    @EventListener
    void on(ProjectRescoped rescoped) {
        putAll(rescoped.projectId());
    }

    @Override
    public void index(long firstId, long lastId) {
        jdbc.sql("select distinct project_id from project.task where id between ? and ?")
                .params(firstId, lastId)
                .query(Long.class)
                .list()
                .forEach(project -> putAll(new ProjectId(project)));
    }

    private List<SearchEntry> entries(ProjectId project, List<Line> lines) {
        var scopes = projects.scopes(project);
        return lines.stream().map(line -> entry(line, scopes)).toList();
    }

    private static SearchEntry entry(Line line, Set<String> scopes) {
        return new SearchEntry(
                new SubjectRef(TYPE, line.id()),
                line.key() + "-" + line.number(),
                line.name(),
                line.description() == null ? "" : line.description(),
                scopes,
                "/projects/" + line.key() + "/tasks/" + line.number(),
                Set.of());
    }

    private List<Line> lines(ProjectId project, @Nullable List<Long> tasks) {
        return jdbc.sql(LINES)
                .param("project", project.value())
                .param("all", tasks == null)
                .param("tasks", tasks == null ? new Long[0] : tasks.toArray(Long[]::new))
                .query(Line.class)
                .list();
    }

    private record Line(
            long id,
            String key,
            int number,
            String name,
            @Nullable String description) {}
}
