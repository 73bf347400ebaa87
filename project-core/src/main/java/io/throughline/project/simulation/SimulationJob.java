package io.throughline.project.simulation;

import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import io.throughline.project.schedule.PlanModels;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs the trials of one plan on all processors and keeps what came out in place of the last. */
@Component
@RequiredArgsConstructor
class SimulationJob implements JobHandler<SimulationJob.Payload> {

    static final String KIND = "project.simulation";

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> DATA = new TypeReference<>() {};

    private final PlanModels plans;
    private final JdbcClient jdbc;
    private final Clock clock;

    record Payload(long project, String key, int trials, long seed, Distribution distribution) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    @Override
    public Optional<String> resource() {
        return Optional.of("projects");
    }

    @Override
    public JobResult run(JobContext context, Payload payload) {
        var plan = plans.of(context.viewer(), payload.key());
        var trials = new PlanTrials(plan, payload.trials(), payload.seed(), payload.distribution());
        int threads = Runtime.getRuntime().availableProcessors();
        var result = trials.run(threads, (done, all) -> {
            context.progress(done, all);
            context.checkCancelled();
            return true;
        });
        keep(context, payload.project(), result);
        return JobResult.of("project.simulation.done", JSON.convertValue(result, DATA))
                .link("/projects/" + payload.key() + "/schedule/simulation");
    }

    private void keep(JobContext context, long project, SimulationResult result) {
        jdbc.sql("""
                        insert into project.simulation (project_id, made_at, made_by, result)
                        values (:project, :at, :by, cast(:result as jsonb))
                        on conflict (project_id) do update set made_at = :at, made_by = :by, result = cast(:result as jsonb)
                        """)
                .param("project", project)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", context.viewer().id().value())
                .param("result", JSON.writeValueAsString(result))
                .update();
    }
}
