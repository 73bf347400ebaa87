package io.throughline.foundation.job;

import io.throughline.foundation.people.Viewer;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps the handler's words and writes them at most twice a second; used by the job's thread, and its helpers. */
class RunningJob implements JobContext {

    private static final long PAUSE_NANOS = 500_000_000L;

    private final ClaimedJob job;
    private final Viewer viewer;
    private final JobRecords records;
    private final BooleanSupplier stopping;

    private long done;
    private long total;
    private @Nullable String messageKey;
    private Map<String, ? extends @Nullable Object> messageData = Map.of();
    private boolean dirty;
    private boolean cancelled;
    private long lastSync = System.nanoTime() - PAUSE_NANOS;

    RunningJob(ClaimedJob job, Viewer viewer, JobRecords records, BooleanSupplier stopping) {
        this.job = job;
        this.viewer = viewer;
        this.records = records;
        this.stopping = stopping;
    }

    @Override
    public JobId id() {
        return new JobId(job.id());
    }

    @Override
    public Viewer viewer() {
        return viewer;
    }

    @Override
    public int attempt() {
        return job.attempts();
    }

    @Override
    public synchronized void progress(long nowDone, long ofTotal) {
        done = nowDone;
        total = ofTotal;
        dirty = true;
        syncWhenDue();
    }

    @Override
    public synchronized void message(String key, Map<String, ? extends @Nullable Object> data) {
        messageKey = key;
        messageData = data;
        dirty = true;
        syncWhenDue();
    }

    @Override
    public synchronized boolean cancelled() {
        syncWhenDue();
        return cancelled;
    }

    @Override
    public void checkCancelled() {
        if (stopping.getAsBoolean()) {
            throw new JobInterrupted();
        }
        if (cancelled()) {
            throw new JobCancelled();
        }
    }

    /** Writes what was not yet written. */
    synchronized void flush() {
        if (dirty) {
            sync();
        }
    }

    private void syncWhenDue() {
        if (System.nanoTime() - lastSync >= PAUSE_NANOS) {
            sync();
        }
    }

    private void sync() {
        cancelled = records.progress(job.id(), done, total, messageKey, messageData);
        dirty = false;
        lastSync = System.nanoTime();
    }
}
