package io.throughline.project.document;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets files and notices hang on documents. */
@Component
@RequiredArgsConstructor
class DocumentSubject implements SubjectAccess {

    private final JdbcClient jdbc;

    @Override
    public String type() {
        return "DOCUMENT";
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        return jdbc.sql("select d.id from project.document d join project.project p on p.id = d.project_id"
                        + " where d.id = any(?) and d.deleted_at is null and " + ProjectScope.plan(viewer))
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("""
                        select d.id, p.key, d.title from project.document d
                          join project.project p on p.id = d.project_id where d.id = any(?)
                        """).param(ids.toArray(Long[]::new)).query(row -> {
            var key = row.getString("key");
            links.put(
                    row.getLong("id"),
                    new SubjectLink(key + " · " + row.getString("title"), "/projects/" + key + "/documents"));
        });
        return links;
    }
}
