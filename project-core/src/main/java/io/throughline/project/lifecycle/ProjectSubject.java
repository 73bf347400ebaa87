package io.throughline.project.lifecycle;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets comments, attachments and notices hang on projects. */
@Component
@RequiredArgsConstructor
class ProjectSubject implements SubjectAccess {

    private final JdbcClient jdbc;

    @Override
    public String type() {
        return "PROJECT";
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        var scope = viewer.isCustomer() ? ProjectScope.portal(viewer) : ProjectScope.plan(viewer);
        return jdbc.sql("select p.id from project.project p where p.id = any(?) and " + scope)
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("select id, key, name from project.project where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    var key = row.getString("key");
                    links.put(
                            row.getLong("id"),
                            new SubjectLink(
                                    key + " · " + row.getString("name"),
                                    "/projects/" + key,
                                    "/portal/projects/" + key));
                });
        return links;
    }
}
