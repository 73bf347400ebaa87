package io.throughline.foundation.job;

/** Ends a job that was asked to stop; thrown by {@link JobContext#checkCancelled}. */
public class JobCancelled extends RuntimeException {

    public JobCancelled() {
        super("cancelled");
    }
}
