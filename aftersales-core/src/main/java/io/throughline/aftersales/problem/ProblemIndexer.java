package io.throughline.aftersales.problem;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchSource;
import io.throughline.project.lifecycle.ProjectRescoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps problems findable by number and words: by the service side, and by who leads a project behind one. */
@Component
@RequiredArgsConstructor
class ProblemIndexer implements SearchSource {

    private static final Set<String> SERVICE = Set.of("role:SUPPORT_AGENT", "role:TECHNICIAN", "role:MANAGER");

    private static final String FOUND = """
            select b.id, b.number, b.title,
                   concat_ws(E'\\n', b.description, b.root_cause, b.workaround, b.plan, b.resolution) as words,
                   array(select u.who
                           from project.project p
                           cross join lateral (select p.manager_id as who where p.manager_id is not null union
                                               select m.user_id from project.project_member m
                                                where m.project_id = p.id and m.role = 'DEPUTY') u
                          where p.id = b.project_id
                             or p.id in (select t.project_id from aftersales.problem_ticket l
                                           join aftersales.ticket t on t.id = l.ticket_id where l.problem_id = b.id)) as leaders
              from aftersales.problem b
             where %s
            """;

    private final JdbcClient jdbc;
    private final SearchIndex index;

    @EventListener
    void on(ProblemChanged event) {
        index(event.id().value(), event.id().value());
    }

    /** Whoever leads a project finds the problems behind it. */
    @EventListener
    void on(ProjectRescoped rescoped) {
        var readers = new HashMap<SubjectRef, Set<String>>();
        jdbc.sql(FOUND.formatted("""
                        b.project_id = :project
                        or b.id in (select l.problem_id from aftersales.problem_ticket l
                                      join aftersales.ticket t on t.id = l.ticket_id where t.project_id = :project)
                        """))
                .param("project", rescoped.projectId().value())
                .query(row -> {
                    readers.put(new SubjectRef(ProblemSubject.TYPE, row.getLong("id")), readers(row));
                });
        index.rescope(readers);
    }

    @Override
    public void index(long firstId, long lastId) {
        index.putAll(jdbc.sql(FOUND.formatted("b.id between ? and ?"))
                .params(firstId, lastId)
                .query((row, n) -> new SearchEntry(
                        new SubjectRef(ProblemSubject.TYPE, row.getLong("id")),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("words"),
                        readers(row),
                        "/problems/" + row.getString("number"),
                        Set.of()))
                .list());
    }

    private static Set<String> readers(ResultSet row) throws SQLException {
        var readers = new HashSet<>(SERVICE);
        for (var leader : (Long[]) row.getArray("leaders").getArray()) {
            readers.add("user:" + leader);
        }
        return readers;
    }
}
