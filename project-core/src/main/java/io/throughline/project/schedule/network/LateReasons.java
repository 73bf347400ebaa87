package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.network.Driver.Kind;
import java.util.ArrayList;
import java.util.List;

/** Why a task that lies as late as possible lies no later: the bounds from behind, by planned and by late dates. */
final class LateReasons {

    private final TaskTable tasks;
    private final Hierarchy tree;
    private final LinkTable links;
    private final TaskClock clock;
    private final Dates dates;
    private final LatePlacement planned;
    private final BackwardPass backward;

    LateReasons(Network network, TaskClock clock, Dates dates) {
        this.tasks = network.tasks;
        this.tree = network.tree;
        this.links = network.links;
        this.clock = clock;
        this.dates = dates;
        this.planned = new LatePlacement(network, clock, dates);
        this.backward = new BackwardPass(network, clock, dates, dates.projectFinish);
    }

    List<Driver> of(int i) {
        long finish = dates.finish[i];
        var reasons = new ArrayList<Driver>();
        if (tasks.constraint[i] != ConstraintType.ASAP) {
            reasons.add(Driver.of(Kind.CONSTRAINT));
        }
        for (int at = i; at != Hierarchy.TOP; at = tree.parent[at]) {
            for (int k = links.outOf[at]; k < links.outOf[at + 1]; k++) {
                int link = links.out[k];
                if (binds(planned.bound(link, at, i), i, finish) || binds(late(link, at, i), i, finish)) {
                    reasons.add(new Driver(Kind.SUCCESSOR, links.link(link, tasks.id), at == i ? null : tasks.id[at]));
                }
            }
        }
        if (binds(dates.projectFinish, i, finish)) {
            reasons.add(Driver.of(Kind.PROJECT_FINISH));
        }
        if (tasks.deadline[i] != Seconds.NONE && binds(tasks.deadline[i], i, finish)) {
            reasons.add(Driver.of(Kind.DEADLINE));
        }
        if (tasks.levelingDelay[i] < 0) {
            reasons.add(Driver.of(Kind.LEVELING));
        }
        return reasons;
    }

    private long late(int link, int at, int i) {
        long bound = backward.bound(link, at);
        return bound == Dates.NO_CAP || backward.bindsFinish(link) ? bound : clock.finish(i, bound);
    }

    private boolean binds(long bound, int i, long finish) {
        if (bound == Dates.NO_CAP) {
            return false;
        }
        long leveled = Math.min(0, tasks.levelingDelay[i]);
        long reached = leveled == 0 ? bound : clock.close(i, bound) + leveled;
        return clock.close(i, reached) == clock.close(i, finish);
    }
}
