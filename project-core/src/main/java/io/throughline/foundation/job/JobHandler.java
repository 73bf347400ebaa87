package io.throughline.foundation.job;

import java.util.Optional;

/**
 * Does one kind of long work; a bean.
 *
 * <p>Runs without a transaction of its own, for the person who started it. After the death of a node it runs again from
 * the start, so it is written to find what it already did.
 *
 * @param <P> a record that Jackson can write and read; small, it is kept with the job
 */
public interface JobHandler<P> {

    /** For example {@code project.import}; the message {@code job.kind.<kind>} names it. */
    String kind();

    Class<P> payloadType();

    /** The REST resource whose writers may begin it, and so may follow it; without one only the scope of jobs does. */
    default Optional<String> resource() {
        return Optional.empty();
    }

    /**
     * @throws io.throughline.foundation.model.RuleViolation for what the person can mend; shown as the job's result
     * @throws JobCancelled by way of {@link JobContext#checkCancelled}
     */
    JobResult run(JobContext context, P payload) throws Exception;
}
