package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which columns a person wants to see in plans, in which order; the same in all projects. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanColumns {

    private final JdbcClient jdbc;

    /** Number and name first; {@link PlanColumn#USUAL} for who has not chosen. */
    @Transactional(readOnly = true)
    public List<PlanColumn> of(Viewer viewer) {
        return jdbc.sql("select columns from project.plan_columns where user_id = ?")
                .param(viewer.id().value())
                .query((row, n) -> known((String[]) row.getArray("columns").getArray()))
                .optional()
                .orElse(PlanColumn.USUAL);
    }

    /** Columns named twice count once; number and name are added where they are missing. */
    public void choose(Viewer viewer, List<PlanColumn> columns) {
        var names = whole(columns.stream()).stream().map(Enum::name).toArray(String[]::new);
        jdbc.sql("""
                        insert into project.plan_columns (user_id, columns) values (?, ?)
                        on conflict (user_id) do update set columns = excluded.columns
                        """).params(viewer.id().value(), names).update();
    }

    /** Back to the usual ones. */
    public void reset(Viewer viewer) {
        jdbc.sql("delete from project.plan_columns where user_id = ?")
                .param(viewer.id().value())
                .update();
    }

    /** A column that a newer version knew is passed over. */
    static List<PlanColumn> known(String[] names) {
        return whole(Arrays.stream(PlanColumn.values())
                .filter(column -> Arrays.asList(names).contains(column.name()))
                .sorted(java.util.Comparator.comparing(
                        column -> Arrays.asList(names).indexOf(column.name()))));
    }

    private static List<PlanColumn> whole(Stream<PlanColumn> columns) {
        return List.copyOf(new LinkedHashSet<>(Stream.concat(PlanColumn.ALWAYS.stream(), columns)
                .filter(Objects::nonNull)
                .toList()));
    }
}
