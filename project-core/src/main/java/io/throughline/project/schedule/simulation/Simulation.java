package io.throughline.project.schedule.simulation;

import io.throughline.project.schedule.network.TrialRun;
import io.throughline.project.schedule.simulation.Simulated.Influence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Monte Carlo simulation of a plan (rule 18): so many trials, each with durations drawn from three-point estimates, each a
 * full critical-path run with link kinds, lags, calendars and constraints.
 *
 * <p><b>Method.</b> The draws of a trial depend on the seed and its number alone ({@link Draws}); threads take trials in
 * blocks and write what comes out at the trial's place, so that the result is the same however many there are. Percentiles
 * are the finishes of rank {@code ⌈p·n⌉}; criticality is counted; cruciality is Spearman's correlation of each task's
 * grade (the share of draws not above its own) with the rank of the finish.
 *
 * <p><b>Example.</b> The later of two tasks that take anything from 0 to 1: mean 2/3, P80 √0.8 = 0.8944, each critical in
 * half of the trials. The P80 of a chain is less than the sum of the P80s of its tasks.
 */
public final class Simulation {

    private static final int BLOCK = 64;

    /** Told how far a simulation is, now and then, by any of its threads. */
    @FunctionalInterface
    public interface Watcher {

        /** @return whether to go on */
        boolean goesOn(int done, int trials);
    }

    private final SimulationPlan plan;
    private final Draws draws;
    private final int[] watched;
    private final long[] finish;
    private final long[][] watchedFinish;
    private final TrialRun first;

    private Simulation(SimulationPlan plan) {
        this.plan = plan;
        first = TrialRun.of(plan.network());
        draws = new Draws(plan, first);
        var ids = plan.network().ids();
        watched = plan.watched().stream()
                .mapToInt(ids::indexOf)
                .filter(i -> i >= 0)
                .toArray();
        finish = new long[plan.trials()];
        watchedFinish = new long[watched.length][plan.trials()];
    }

    /** With one thread and nobody watching. */
    public static Simulated of(SimulationPlan plan) {
        return of(plan, 1, (done, trials) -> true);
    }

    /**
     * @param threads how many work at it, the caller's not counted
     * @throws CancellationException when the watcher says so or the caller's thread is interrupted
     * @throws io.throughline.project.schedule.network.InvalidNetworkException UNKNOWN_TASK for ids that are none of the
     *     network's, NEVER_OPENS where a calendar has no working time left
     */
    public static Simulated of(SimulationPlan plan, int threads, Watcher watcher) {
        return new Simulation(plan).run(Math.max(1, threads), watcher);
    }

    private Simulated run(int threads, Watcher watcher) {
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        int[] critical = new int[plan.network().size()];
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var workers = new ArrayList<Future<int[]>>();
            for (int k = 0; k < threads; k++) {
                workers.add(pool.submit(() -> work(next, done, watcher)));
            }
            for (var worker : workers) {
                add(critical, worker.get());
            }
            return result(critical, pool::submit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Trials in blocks until there are none left; how often each task was critical. */
    private int[] work(AtomicInteger next, AtomicInteger done, Watcher watcher) {
        var run = TrialRun.of(plan.network());
        int[] critical = new int[plan.network().size()];
        int trials = plan.trials();
        for (int from = next.getAndAdd(BLOCK); from < trials; from = next.getAndAdd(BLOCK)) {
            int to = Math.min(trials, from + BLOCK);
            for (int trial = from; trial < to; trial++) {
                draws.deal(trial, run);
                run.run();
                take(trial, run, critical);
            }
            if (!watcher.goesOn(done.addAndGet(to - from), trials)
                    || Thread.currentThread().isInterrupted()) {
                next.set(trials);
                throw new CancellationException("stopped");
            }
        }
        return critical;
    }

    private void take(int trial, TrialRun run, int[] critical) {
        finish[trial] = run.finish();
        for (int k = 0; k < watched.length; k++) {
            watchedFinish[k][trial] = run.finish(watched[k]);
        }
        for (int i = 0; i < critical.length; i++) {
            if (run.isCritical(i)) {
                critical[i]++;
            }
        }
    }

    private static void add(int[] sum, int[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    private Simulated result(int[] critical, Submitter pool) throws InterruptedException, ExecutionException {
        var cruciality = new Cruciality(draws, finish);
        var parts = new ArrayList<Future<double[]>>();
        int count = draws.task.length;
        int size = Math.max(1, (count + 15) / 16);
        for (int from = 0; from < count; from += size) {
            int start = from;
            parts.add(pool.submit(() -> cruciality.of(start, Math.min(count, start + size))));
        }
        var crucial = new double[plan.network().size()];
        for (int k = 0; k < parts.size(); k++) {
            var some = parts.get(k).get();
            for (int j = 0; j < some.length; j++) {
                crucial[draws.task[k * size + j]] = some[j];
            }
        }
        Map<Long, Influence> tasks = new HashMap<>();
        var ids = plan.network().ids();
        for (int i = 0; i < critical.length; i++) {
            if (first.varies(i) || critical[i] > 0 && !plan.network().isSummary(ids.get(i))) {
                tasks.put(ids.get(i), new Influence((double) critical[i] / plan.trials(), crucial[i]));
            }
        }
        return new Simulated(plan.trials(), plan.seed(), new Spread(finish, first::second), watchedSpreads(ids), tasks);
    }

    private Map<Long, Spread> watchedSpreads(List<Long> ids) {
        Map<Long, Spread> spreads = new HashMap<>();
        for (int k = 0; k < watched.length; k++) {
            spreads.put(ids.get(watched[k]), new Spread(watchedFinish[k], first::second));
        }
        return spreads;
    }

    private interface Submitter {
        Future<double[]> submit(java.util.concurrent.Callable<double[]> work);
    }
}
