package io.throughline.project.schedule.planfile;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs foreign parsing on a thread of its own with a deadline. A parser that does not heed the interrupt keeps its place
 * until it ends, so hostile files can never occupy more than the allowed number of threads.
 */
final class BoundedRun {
    private final Semaphore places;

    BoundedRun(PlanFileLimits limits) {
        this.places = new Semaphore(limits.atOnce(), true);
    }

    <T> T call(Callable<T> work, Duration patience) {
        takePlace(patience);
        var task = new FutureTask<T>(work);
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        places.release();
                    }
                },
                "plan-file-reader");
        thread.setDaemon(true);
        thread.setContextClassLoader(BoundedRun.class.getClassLoader());
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            places.release();
            throw new PlanFileException(e, "busy");
        }
        return await(task, patience);
    }

    private <T> T await(FutureTask<T> task, Duration patience) {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new PlanFileException("tooSlow", patience.toSeconds());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new PlanFileException(e, "interrupted");
        } catch (ExecutionException e) {
            throw asReport(e.getCause() == null ? e : e.getCause());
        }
    }

    private void takePlace(Duration patience) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PlanFileException("busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlanFileException(e, "interrupted");
        }
    }

    private static PlanFileException asReport(Throwable cause) {
        for (var e = cause; e != null; e = e.getCause()) {
            if (e instanceof PlanFileException known) {
                return known;
            }
            if (e instanceof OutOfMemoryError) {
                return new PlanFileException(cause, "tooMuchMemory");
            }
        }
        return new PlanFileException(cause, "broken");
    }
}
