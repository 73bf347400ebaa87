package io.throughline.aftersales.problem;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Problems as subjects of comments, watching, notices, search and the audit trail; the customer never sees one. */
@Component
@RequiredArgsConstructor
public class ProblemSubject implements SubjectAccess {

    public static final String TYPE = "PROBLEM";

    private final JdbcClient jdbc;

    public static SubjectRef of(ProblemId problem) {
        return new SubjectRef(TYPE, problem.value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select b.id from aftersales.problem b where b.id in (:ids) and " + ProblemScope.of(viewer))
                .param("ids", ids)
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, number, title from aftersales.problem where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        var path = "/problems/" + row.getString("number");
                        links.put(
                                row.getLong("id"),
                                new SubjectLink(row.getString("number") + " · " + row.getString("title"), path, path));
                    });
        }
        return links;
    }
}
