package io.throughline.project.leveling;

import io.throughline.foundation.job.JobContext;
import io.throughline.foundation.job.JobHandler;
import io.throughline.foundation.job.JobResult;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.schedule.LevelingDelays;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.PlanDrafts;
import io.throughline.project.schedule.network.InvalidNetworkException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Levels a what-if draft in place; the draft is the proposal. One that is stopped keeps the best it has found so far. */
@Component
@RequiredArgsConstructor
class DraftLevelingJob implements JobHandler<DraftLevelingJob.Payload> {

    static final String KIND = "project.draft.leveling";

    private final SharedPlanReader reader;
    private final PlanDrafts drafts;
    private final LevelingDelays delays;

    record Payload(String project, int draft, LevelingMode mode, int seconds, long seed, boolean withinSlack) {

        DraftKey key() {
            return new DraftKey(project, draft);
        }
    }

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
        var key = payload.key().toString();
        var viewer = context.viewer();
        try {
            var shared = inside(() ->
                    drafts.look(viewer, payload.key(), () -> reader.read(viewer, List.of(key), payload.withinSlack())));
            var found = new Proposing(shared, payload.mode(), payload.seed())
                    .run(0, LevelingJob.course(context, payload.seconds()));
            var plan = shared.plans().get(0);
            PlanChange change = inside(() -> drafts.change(
                    viewer,
                    payload.key(),
                    () -> delays.apply(
                            viewer, key, plan.revision(), found.delays().get(0))));
            var data = new HashMap<String, @Nullable Object>();
            data.put("moved", change.moved());
            data.put("milestones", change.milestones());
            data.put("finish", String.valueOf(change.finishAfter()));
            return JobResult.of("project.draft.leveled", data)
                    .link("/projects/" + payload.project() + "/drafts/" + payload.draft());
        } catch (InvalidNetworkException neverOpens) {
            throw new RuleViolation("foundation.calendar.neverOpens");
        }
    }

    private static <T> T inside(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
