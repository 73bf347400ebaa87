package io.throughline.project.leveling;

import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.leveling.Course;
import io.throughline.project.schedule.network.InvalidNetworkException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Finds a proposal and stores it; one that is stopped keeps the best it has found so far. */
@Component
@RequiredArgsConstructor
class LevelingJob implements JobHandler<LevelingJob.Payload> {

    static final String KIND = "project.leveling";

    private static final TypeReference<Map<String, @Nullable Object>> DATA = new TypeReference<>() {};
    private static final int TOLD_EVERY = 64;

    private final SharedPlanReader reader;
    private final ProposalRecords records;

    /** @param keys the project it was asked of first */
    record Payload(long project, List<String> keys, LevelingMode mode, int seconds, long seed, boolean withinSlack) {}

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
        var shared = reader.read(context.viewer(), payload.keys(), payload.withinSlack());
        var proposing = new Proposing(shared, payload.mode(), payload.seed());
        try {
            var found = proposing.run(records.nextId(), course(context, payload.seconds()));
            records.add(context.viewer(), payload.project(), found.proposal(), shared.plans(), found.delays());
            return JobResult.of("project.leveling.done", ProposalRecords.JSON.convertValue(found.proposal(), DATA))
                    .link("/projects/" + payload.keys().get(0) + "/schedule/leveling");
        } catch (InvalidNetworkException neverOpens) {
            throw new RuleViolation("foundation.calendar.neverOpens");
        }
    }

    /** Till the time is up or somebody stops it; a node that stops begins it again elsewhere. */
    static Course course(JobContext context, int seconds) {
        long begun = System.nanoTime();
        var time = Duration.ofSeconds(seconds);
        return Course.lasting(time, System::nanoTime).and((schedules, best) -> {
            if (schedules % TOLD_EVERY == 0) {
                context.progress((System.nanoTime() - begun) / 1_000_000, time.toMillis());
            }
            if (context.cancelled()) {
                return false;
            }
            context.checkCancelled();
            return true;
        });
    }
}
