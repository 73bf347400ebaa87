package io.throughline.project.scope;

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

/** Lets comments, attachments and notices hang on deliverables; the customer sees those once submitted. */
@Component
@RequiredArgsConstructor
class DeliverableSubject implements SubjectAccess {

    private final JdbcClient jdbc;

    @Override
    public String type() {
        return "DELIVERABLE";
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        var scope = viewer.isCustomer()
                ? "d.round > 0 and d.status <> 'DRAFT' and " + ProjectScope.portal(viewer)
                : ProjectScope.plan(viewer);
        return jdbc.sql("select d.id from project.deliverable d join project.project p on p.id = d.project_id"
                        + " where d.id = any(?) and d.deleted_at is null and " + scope)
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("""
                        select d.id, p.key, d.number, d.name from project.deliverable d
                          join project.project p on p.id = d.project_id where d.id = any(?)
                        """).param(ids.toArray(Long[]::new)).query(row -> {
            var key = row.getString("key");
            var page = "/projects/" + key + "/deliverables/" + row.getInt("number");
            links.put(row.getLong("id"), new SubjectLink(key + " · " + row.getString("name"), page, "/portal" + page));
        });
        return links;
    }
}
