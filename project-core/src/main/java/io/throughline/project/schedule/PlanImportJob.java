package io.throughline.project.schedule;

import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import java.time.Duration;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Imports a plan that takes longer than a person or a program waits for an answer. */
@Component
@RequiredArgsConstructor
class PlanImportJob implements JobHandler<PlanImportJob.Payload> {

    static final String KIND = "project.import";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PlanImports imports;

    record Payload(long upload, ImportPlan command) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    /** Finds its own work again after the death of a node: a file that became a project gives the same one. */
    @Override
    public JobResult run(JobContext context, Payload payload) {
        context.checkCancelled();
        var imported = imports.create(context.viewer(), payload.upload(), payload.command(), PATIENCE);
        return JobResult.of(
                        "project.schedule.import.job.done",
                        Map.of(
                                "key", imported.key(),
                                "tasks", imported.report().tasks(),
                                "report", imported.report()))
                .link("/projects/" + imported.key());
    }
}
