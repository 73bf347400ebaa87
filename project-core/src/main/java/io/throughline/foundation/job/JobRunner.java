package io.throughline.foundation.job;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs one job for whoever started it and writes down what came of it. */
@Slf4j
@Component
@RequiredArgsConstructor
class JobRunner {

    private static final int MOST_ATTEMPTS = 5;

    private final JobRecords records;
    private final JobHandlers handlers;
    private final Viewers viewers;

    private volatile boolean stopping;

    void start() {
        stopping = false;
    }

    /** Running jobs end at their next check and go back into the queue. */
    void stop() {
        stopping = true;
    }

    /** True when the job is over, false when it is to run again. */
    boolean run(long id) {
        var claimed = records.claim(id);
        if (claimed.isEmpty()) {
            return true;
        }
        var job = claimed.get();
        if (job.cancelRequested()) {
            records.finish(job, JobState.CANCELLED, null);
            return true;
        }
        if (job.attempts() > MOST_ATTEMPTS) {
            fail(job, "foundation.job.diedTooOften", Map.of("attempts", job.attempts() - 1));
            return true;
        }
        var viewer = viewer(job);
        if (viewer.isEmpty()) {
            fail(job, "foundation.job.starterGone", Map.of());
            return true;
        }
        return CurrentActor.call(viewer.get(), () -> attempt(job, viewer.get())).settle(records, job);
    }

    private Optional<Viewer> viewer(ClaimedJob job) {
        return job.startedBy() == Viewer.SYSTEM_ID.value()
                ? Optional.of(Viewer.system(job.starterName()))
                : viewers.load(new UserId(job.startedBy()));
    }

    private End attempt(ClaimedJob job, Viewer viewer) {
        var context = new RunningJob(job, viewer, records, () -> stopping);
        try {
            context.checkCancelled();
            return new End(JobState.DONE, run(handlers.require(job.kind()), context, job.payload()));
        } catch (JobCancelled e) {
            return new End(JobState.CANCELLED, null);
        } catch (JobInterrupted e) {
            return new End(JobState.QUEUED, null);
        } catch (RuleViolation e) {
            return new End(JobState.FAILED, JobResult.of(e.key(), arguments(e)));
        } catch (NotFound | NotAllowed e) {
            log.info("job {} may not: {}", job.id(), e.getMessage());
            return new End(JobState.FAILED, JobResult.of("foundation.job.notThere", Map.of()));
        } catch (Exception e) {
            if (stopping) {
                return new End(JobState.QUEUED, null);
            }
            log.error("job {} of kind {} failed", job.id(), job.kind(), e);
            return new End(JobState.FAILED, JobResult.of("foundation.job.unexpected", Map.of("id", job.id())));
        } finally {
            context.flush();
        }
    }

    private static <P> JobResult run(JobHandler<P> handler, JobContext context, String payload) throws Exception {
        return handler.run(context, Json.MAPPER.readValue(payload, handler.payloadType()));
    }

    private void fail(ClaimedJob job, String key, Map<String, Object> data) {
        records.finish(job, JobState.FAILED, JobResult.of(key, data));
    }

    /** A rule's positional arguments under their numbers, so that {@code {0}} finds them. */
    private static Map<String, @Nullable Object> arguments(RuleViolation violation) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        var args = violation.args();
        for (int i = 0; i < args.length; i++) {
            data.put(Integer.toString(i), String.valueOf(args[i]));
        }
        return data;
    }

    private record End(JobState state, @Nullable JobResult result) {

        boolean settle(JobRecords records, ClaimedJob job) {
            if (state == JobState.QUEUED) {
                records.requeue(job);
                return false;
            }
            records.finish(job, state, result);
            return true;
        }
    }
}
