package io.throughline.project.leave;

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

/** Lets notices, comments and the timeline hang on requests for leave. */
@Component
@RequiredArgsConstructor
class LeaveSubject implements SubjectAccess {

    private final JdbcClient jdbc;

    @Override
    public String type() {
        return LeaveRequest.SUBJECT;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        return jdbc.sql("select l.id from project.leave_request l where l.id = any(?) and " + LeaveQueries.seen(viewer))
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("""
                        select l.id, u.name, l.first_day, l.last_day from project.leave_request l
                          join foundation.app_user u on u.id = l.user_id where l.id = any(?)
                        """).param(ids.toArray(Long[]::new)).query(row -> {
            var first = row.getString("first_day");
            var last = row.getString("last_day");
            var days = first.equals(last) ? first : first + " ~ " + last;
            links.put(
                    row.getLong("id"),
                    new SubjectLink(row.getString("name") + " · " + days, "/leave/" + row.getLong("id")));
        });
        return links;
    }
}
