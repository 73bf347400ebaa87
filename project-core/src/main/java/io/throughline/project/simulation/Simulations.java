package io.throughline.project.simulation;

import io.throughline.foundation.job.JobId;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts simulations of plans; each is a job, and its result the project's until the next. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR})
public class Simulations {

    /** Seeds drawn by lot are short enough to be read out. */
    private static final long SEEDS = 1_000_000_000;

    private final ProjectQueries projects;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    /**
     * Open to all who plan and may read this plan: nothing of it is changed.
     *
     * @throws RuleViolation for a plan without tasks
     */
    public JobId start(Viewer viewer, String key, RunSimulation command) {
        var project = projects.requirePlan(viewer, key);
        if (isEmpty(project.id().value())) {
            throw new RuleViolation("project.simulation.nothingPlanned");
        }
        var seed = command.seed() == null
                ? Long.valueOf(ThreadLocalRandom.current().nextLong(SEEDS))
                : command.seed();
        var payload = new SimulationJob.Payload(
                project.id().value(),
                project.key(),
                Objects.requireNonNullElse(command.trials(), RunSimulation.USUAL_TRIALS),
                seed,
                Objects.requireNonNullElse(command.distribution(), Distribution.BETA_PERT));
        var job = jobs.start(viewer, SimulationJob.KIND, payload);
        jdbc.sql("""
                        insert into project.simulation (project_id, job_id) values (:project, :job)
                        on conflict (project_id) do update set job_id = :job
                        """)
                .param("project", project.id().value())
                .param("job", job.value())
                .update();
        return job;
    }

    private boolean isEmpty(long project) {
        return jdbc.sql("""
                        select not exists (select 1 from project.task
                                            where project_id = ? and deleted_at is null and status <> 'CANCELLED')
                        """).param(project).query(Boolean.class).single();
    }
}
