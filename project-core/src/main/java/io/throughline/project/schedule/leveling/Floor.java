package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.network.OneClock;
import org.jspecify.annotations.Nullable;

/**
 * A length that no schedule can be below: that of the longest path, and for plans on one clock the work that a resource
 * has to do, spread over all there is of it.
 */
final class Floor {

    private final Problem problem;

    Floor(Problem problem) {
        this.problem = problem;
    }

    /** Seconds as the boards count their scores. */
    long of(@Nullable OneClock clock) {
        var placement = problem.placement();
        long floor = 0;
        for (int step = 0; step < problem.size; step++) {
            if (placement.counts(step)) {
                long finish = placement.finish(step);
                floor = Math.max(floor, clock == null ? finish - placement.projectStart() : clock.at(finish));
            }
        }
        return clock == null ? floor : Math.max(floor, byWork());
    }

    private long byWork() {
        var placement = problem.placement();
        var work = new double[problem.plan.resources().size()];
        var early = new boolean[work.length];
        for (int step = 0; step < problem.size; step++) {
            for (var need : problem.needs[step]) {
                if (problem.movable[step] && problem.fits(need)) {
                    work[need.resource()] += (double) need.amount() * need.units();
                    early[need.resource()] |= placement.start(step) < placement.projectStart();
                }
            }
        }
        long floor = 0;
        for (int k = 0; k < work.length; k++) {
            if (!early[k]) {
                floor = Math.max(floor, (long) Math.ceil(work[k] / problem.capacity(k)));
            }
        }
        return floor;
    }
}
