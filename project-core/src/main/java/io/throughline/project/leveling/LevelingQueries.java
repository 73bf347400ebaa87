package io.throughline.project.leveling;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leveling.LevelingProposal.Clash;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who has too much to do in a plan, and the last proposal that was not thrown away. */
@Service
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class LevelingQueries {

    private static final String LAST = """
            select l.job_id, q.result::text as result, q.state, q.made_at,
                   exists (select 1 from project.task t where t.project_id = p.id and t.deleted_at is null
                              and t.leveling_delay_minutes <> 0) as leveled,
                   exists (select 1 from project.leveling_plan k join project.plan s on s.project_id = k.project_id
                            where k.proposal_id = q.id and s.revision <> k.revision) as stale
              from project.project p
              left join project.leveling l on l.project_id = p.id
              left join lateral (select * from project.leveling_proposal x
                                  where x.project_id = p.id order by x.id desc limit 1) q on q.state <> 'DISCARDED'
             where p.id = ?
            """;

    private static final String SHARING = """
            select p.key, p.name, count(distinct a.resource_id) as shared
              from project.resource_assignment a
              join project.resource r on r.id = a.resource_id and r.kind in ('PERSON', 'EQUIPMENT')
              join project.resource_assignment b on b.resource_id = a.resource_id and b.project_id <> a.project_id
              join project.project p on p.id = b.project_id and p.status = 'ACTIVE'
             where a.project_id = :project and %s
             group by p.key, p.name order by shared desc, p.key limit 30
            """;

    private final SharedPlanReader reader;
    private final JdbcClient jdbc;

    /** Another open project the viewer may level that shares people with this one. */
    public record Sharing(String key, String name, int shared) {}

    /** For a project already let in; each of its reads is a transaction of its own, so that one may fail. */
    public LevelingState state(Viewer viewer, ProjectAccess project) {
        List<Clash> overloads = null;
        String reason = null;
        try {
            overloads = reader.read(viewer, List.of(project.key()), false).overloads();
        } catch (RuleViolation cannot) {
            reason = cannot.key();
        }
        return jdbc.sql(LAST)
                .param(project.id().value())
                .query(new StateMapper(overloads, reason))
                .single();
    }

    @Transactional(readOnly = true)
    public List<Sharing> sharing(Viewer viewer, ProjectAccess project) {
        var scope = viewer.has(Role.RESOURCE_COORDINATOR) ? ProjectScope.plan(viewer) : ProjectScope.led(viewer);
        return jdbc.sql(SHARING.formatted(scope))
                .param("project", project.id().value())
                .query(Sharing.class)
                .list();
    }

    private record StateMapper(
            @Nullable List<Clash> overloads, @Nullable String reason)
            implements org.springframework.jdbc.core.RowMapper<LevelingState> {

        @Override
        public LevelingState mapRow(ResultSet row, int n) throws SQLException {
            var stored = row.getString("result");
            var at = row.getTimestamp("made_at");
            return new LevelingState(
                    overloads,
                    reason,
                    row.getBoolean("leveled"),
                    row.getObject("job_id", Long.class),
                    stored == null ? null : ProposalRecords.JSON.readValue(stored, LevelingProposal.class),
                    stored == null ? null : ProposalState.valueOf(row.getString("state")),
                    at == null ? null : at.toInstant(),
                    row.getBoolean("stale"));
        }
    }
}
