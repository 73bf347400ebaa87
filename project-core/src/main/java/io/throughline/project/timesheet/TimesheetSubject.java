package io.throughline.project.timesheet;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.people.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets comments, notices and the timeline hang on a person's week. */
@Component
@RequiredArgsConstructor
class TimesheetSubject implements SubjectAccess {

    private final JdbcClient jdbc;

    @Override
    public String type() {
        return Timesheet.SUBJECT;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        return jdbc.sql("select s.id from project.timesheet s where s.id = any(?) and " + SheetScope.seen(viewer))
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("""
                        select s.id, s.week, u.name, u.login from project.timesheet s
                          join foundation.app_user u on u.id = s.user_id where s.id = any(?)
                        """).param(ids.toArray(Long[]::new)).query(row -> {
            var week = new TimesheetWeek(row.getObject("week", LocalDate.class)).code();
            links.put(
                    row.getLong("id"),
                    new SubjectLink(
                            row.getString("name") + " · " + week,
                            "/timesheets/" + row.getString("login") + "/" + week));
        });
        return links;
    }
}
