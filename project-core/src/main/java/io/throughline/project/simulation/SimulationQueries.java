package io.throughline.project.simulation;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last simulation of a plan. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class SimulationQueries {

    /** Nobody reads names of more. */
    private static final int NAMED = 50;

    private final JdbcClient jdbc;

    /** For a project already let in: two statements. */
    public LastSimulation last(Viewer viewer, ProjectAccess project) {
        return jdbc.sql("""
                        select s.job_id, s.made_at, u.name as made_by, s.result::text as result,
                               coalesce(p.revision, 0) as revision
                          from project.simulation s
                          left join project.plan p on p.project_id = s.project_id
                          left join foundation.app_user u on u.id = s.made_by
                         where s.project_id = ?
                        """)
                .param(project.id().value())
                .query((row, n) -> last(row, project.id().value()))
                .optional()
                .orElse(LastSimulation.NONE);
    }

    private LastSimulation last(ResultSet row, long project) throws SQLException {
        var stored = row.getString("result");
        var result = stored == null ? null : SimulationJob.JSON.readValue(stored, SimulationResult.class);
        return new LastSimulation(
                row.getObject("job_id", Long.class),
                result,
                result == null ? null : row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                result != null && result.revision() != row.getLong("revision"),
                names(project, result));
    }

    private Map<Integer, String> names(long project, @Nullable SimulationResult result) {
        if (result == null) {
            return Map.of();
        }
        var numbers = Stream.of(
                        result.tasks().stream().limit(NAMED).map(SimulationResult.Task::no),
                        result.tasks().stream()
                                .sorted((a, b) -> Double.compare(b.criticality(), a.criticality()))
                                .limit(NAMED)
                                .map(SimulationResult.Task::no),
                        result.milestones().stream().map(SimulationResult.Milestone::no))
                .flatMap(one -> one)
                .distinct()
                .toArray(Integer[]::new);
        var names = new HashMap<Integer, String>();
        jdbc.sql(
                        "select number, name from project.task where project_id = ? and number = any (?) and deleted_at is null")
                .params(project, numbers)
                .query(row -> {
                    names.put(row.getInt("number"), row.getString("name"));
                });
        return names;
    }
}
