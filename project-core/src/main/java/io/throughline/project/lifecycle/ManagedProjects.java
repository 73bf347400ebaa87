package io.throughline.project.lifecycle;

import io.throughline.foundation.people.OpenWork;
import io.throughline.foundation.people.UserId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open projects a person manages. */
@Component
@RequiredArgsConstructor
class ManagedProjects implements OpenWork {

    private final JdbcClient jdbc;

    @Override
    public List<Item> of(UserId user) {
        return jdbc.sql("""
                        select key, name from project.project
                         where manager_id = ? and status in ('ACTIVE', 'ON_HOLD') order by planned_finish, id limit 200
                        """)
                .param(user.value())
                .query((row, n) -> new Item(
                        "web.people.work.project",
                        row.getString("key") + " " + row.getString("name"),
                        "/projects/" + row.getString("key")))
                .list();
    }
}
