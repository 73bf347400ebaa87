package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is a person's own about the grid of a plan, in one statement: the columns chosen, and whether steps can be taken. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanGrids {

    private static final String OWN =
            PlanHistory.ENDS + ", (select columns from project.plan_columns where user_id = :person) as columns";

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The grid as a person has it.
     *
     * @param undo whether there is a change to take back
     * @param redo whether there is one to make again
     */
    public record Grid(List<PlanColumn> columns, boolean undo, boolean redo) {}

    /** For a project already let in. */
    public Grid of(Viewer viewer, ProjectAccess project) {
        return jdbc.sql(OWN)
                .param("project", project.id().value())
                .param("person", viewer.id().value())
                .param("since", Timestamp.from(clock.instant().minus(PlanChanges.KEPT)))
                .query((row, n) -> {
                    Array columns = row.getArray("columns");
                    return new Grid(
                            columns == null ? PlanColumn.USUAL : PlanColumns.known((String[]) columns.getArray()),
                            row.getObject("undo") != null,
                            row.getObject("redo") != null);
                })
                .single();
    }
}
