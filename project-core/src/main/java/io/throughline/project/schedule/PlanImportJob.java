package io.throughline.project.schedule;

import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import io.throughline.project.schedule.planfile.PlanFileLimits;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Imports a plan that takes longer than a person or a program waits for an answer. */
@Component
@RequiredArgsConstructor
class PlanImportJob implements JobHandler<PlanImportJob.Payload> {

    static final String KIND = "project.import";

    private final PlanImports imports;
    private final PlanFileLimits limits;

    record Payload(long upload, ImportPlan command) {}

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

    /** Finds its own work again after the death of a node: a file that became a project gives the same one. */
    @Override
    public JobResult run(JobContext context, Payload payload) {
        context.checkCancelled();
        context.message("project.schedule.import.job.reading", Map.of());
        var imported =
                imports.create(context.viewer(), payload.upload(), payload.command(), limits.time(), (done, total) -> {
                    context.message("project.schedule.import.job.storing", Map.of());
                    context.progress(done, total);
                    context.checkCancelled();
                });
        return JobResult.of(
                        "project.schedule.import.job.done", Map.of("key", imported.key(), "report", imported.report()))
                .link("/projects/" + imported.key());
    }
}
