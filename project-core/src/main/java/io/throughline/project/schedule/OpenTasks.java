package io.throughline.project.schedule;

import io.throughline.foundation.people.OpenWork;
import io.throughline.foundation.people.UserId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks a person is assigned to. */
@Component
@RequiredArgsConstructor
class OpenTasks implements OpenWork {

    private final JdbcClient jdbc;

    @Override
    public List<Item> of(UserId user) {
        return jdbc.sql("""
                        select p.key, t.number, t.name
                          from project.task t join project.project p on p.id = t.project_id
                         where t.assignee_id = ? and t.status in ('NOT_STARTED', 'IN_PROGRESS') and not t.summary
                         order by t.planned_finish nulls last, t.id limit 200
                        """)
                .param(user.value())
                .query((row, n) -> new Item(
                        "web.people.work.task",
                        row.getString("key") + "-" + row.getInt("number") + " " + row.getString("name"),
                        "/projects/" + row.getString("key") + "/tasks/" + row.getInt("number")))
                .list();
    }
}
