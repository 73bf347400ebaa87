package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the stretch of a plan that a person looks at, so that the rest need not be sent. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanWindowQueries {

    private final PlanStretches stretches;
    private final JdbcClient jdbc;

    /**
     * @param project already let in to its plan
     * @return rows with slack and critical tasks; where the plan cannot be computed, without
     */
    public PlanWindow of(Viewer viewer, ProjectAccess project, PlanView view) {
        return stretches.of(project, view).window();
    }

    /** The same with what only some columns need: those who follow each of the rows, and its calendar. */
    public PlanWindow of(Viewer viewer, ProjectAccess project, PlanView view, Collection<PlanColumn> columns) {
        var window = of(viewer, project, view);
        if (columns.contains(PlanColumn.SUCCESSORS)) {
            window = withSuccessors(window);
        }
        return columns.contains(PlanColumn.CALENDAR) ? withCalendars(viewer, window) : window;
    }

    private PlanWindow withSuccessors(PlanWindow window) {
        var successors = new HashMap<Integer, List<PredecessorView>>();
        jdbc.sql(TaskRows.LINKS + " where p.id = any (?) order by s.number")
                .param(ids(window))
                .query(row -> {
                    successors
                            .computeIfAbsent(row.getInt("predecessor"), key -> new ArrayList<>())
                            .add(TaskRows.end(row, "successor"));
                });
        return window.withRows(window.rows().stream()
                .map(row -> row.withSuccessors(successors.getOrDefault(row.number(), List.of())))
                .toList());
    }

    private PlanWindow withCalendars(Viewer viewer, PlanWindow window) {
        var names = new HashMap<Long, String>();
        var name = Locale.CHINESE.getLanguage().equals(viewer.locale().getLanguage()) ? "name_zh" : "name_en";
        jdbc.sql("select t.id, c." + name + " as name from project.task t"
                        + " join foundation.work_calendar c on c.id = t.calendar_id where t.id = any (?)")
                .param(ids(window))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return window.withRows(window.rows().stream()
                .map(row -> row.withCalendarName(names.get(row.id())))
                .toList());
    }

    private static Long[] ids(PlanWindow window) {
        return window.rows().stream().map(TaskRow::id).toArray(Long[]::new);
    }
}
