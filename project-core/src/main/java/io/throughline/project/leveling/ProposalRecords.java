package io.throughline.project.leveling;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PlanModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposals as they are stored. */
@Component
@RequiredArgsConstructor
class ProposalRecords {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<Map<Integer, Long>> DELAYS = new TypeReference<>() {};
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    record Stored(ProposalState state, List<StoredPlan> plans) {

        void require(ProposalState wanted) {
            if (state != wanted) {
                throw new RuleViolation("project.leveling.is" + state);
            }
        }
    }

    /** @param change that applying it made of the plan; null before, and where it made none */
    record StoredPlan(
            int place,
            long project,
            String key,
            long revision,
            Map<Integer, Long> delays,
            @Nullable Long change) {}

    long nextId() {
        return jdbc.sql("select nextval('foundation.id_seq')").query(Long.class).single();
    }

    /** The job somebody started last for this project. */
    void asked(long project, long job) {
        jdbc.sql("""
                        insert into project.leveling (project_id, job_id) values (:project, :job)
                        on conflict (project_id) do update set job_id = :job
                        """).param("project", project).param("job", job).update();
    }

    /** In one transaction; the project's older ones go after a while. */
    @Transactional
    public void add(
            Viewer viewer,
            long project,
            LevelingProposal proposal,
            List<PlanModel> plans,
            List<Map<Integer, Long>> delays) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from project.leveling_proposal where project_id = ? and made_at < ?")
                .params(project, now.minus(KEPT))
                .update();
        jdbc.sql("""
                        insert into project.leveling_proposal (id, project_id, made_at, made_by, state, result)
                        values (?, ?, ?, ?, 'OPEN', ?::jsonb)
                        """)
                .params(proposal.proposal(), project, now, viewer.id().value(), JSON.writeValueAsString(proposal))
                .update();
        for (int place = 0; place < plans.size(); place++) {
            var plan = plans.get(place);
            jdbc.sql("""
                            insert into project.leveling_plan (proposal_id, place, project_id, revision, delays)
                            values (?, ?, ?, ?, ?::jsonb)
                            """)
                    .params(
                            proposal.proposal(),
                            place,
                            plan.project().id().value(),
                            plan.revision(),
                            JSON.writeValueAsString(delays.get(place)))
                    .update();
        }
    }

    /** @throws NotFound for one of another project */
    Stored lock(long project, long proposal) {
        var state = jdbc.sql("select state from project.leveling_proposal where id = ? and project_id = ? for update")
                .params(proposal, project)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("leveling proposal", proposal));
        var plans = jdbc.sql("""
                        select l.place, l.project_id, p.key, l.revision, l.delays::text as delays, l.change_id
                          from project.leveling_plan l join project.project p on p.id = l.project_id
                         where l.proposal_id = ? order by l.place
                        """).param(proposal).query((row, n) -> plan(row)).list();
        return new Stored(ProposalState.valueOf(state), plans);
    }

    void applied(long proposal, long project, @Nullable Long change) {
        jdbc.sql("update project.leveling_plan set change_id = ? where proposal_id = ? and project_id = ?")
                .param(change)
                .param(proposal)
                .param(project)
                .update();
    }

    void become(long proposal, ProposalState state) {
        jdbc.sql("update project.leveling_proposal set state = ? where id = ?")
                .params(state.name(), proposal)
                .update();
    }

    private static StoredPlan plan(ResultSet row) throws SQLException {
        return new StoredPlan(
                row.getInt("place"),
                row.getLong("project_id"),
                row.getString("key"),
                row.getLong("revision"),
                JSON.readValue(row.getString("delays"), DELAYS),
                row.getObject("change_id", Long.class));
    }
}
