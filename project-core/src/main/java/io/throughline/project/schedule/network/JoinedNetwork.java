package io.throughline.project.schedule.network;

import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import java.util.List;

/**
 * Several plans from their start as one network, for whoever looks at what they share. A plan that begins later than the
 * first of them waits for a gate at its own start; where plans read constraints differently, tasks with a hard constraint
 * or as late as possible are set by hand where their own plan has them. All plans are of one time zone.
 */
public final class JoinedNetwork {

    private static final long STRIDE = 10_000_000;
    private static final long GATE = STRIDE - 1;

    private JoinedNetwork() {}

    /**
     * A task's id in the whole.
     *
     * @param plan its place among the plans
     */
    public static long id(int plan, long task) {
        return plan * STRIDE + task;
    }

    public static int plan(long id) {
        return (int) (id / STRIDE);
    }

    public static long task(long id) {
        return id % STRIDE;
    }

    /** @throws IllegalArgumentException for a plan from its finish */
    public static Network of(List<Schedule> plans) {
        var first = plans.get(0).network().frame();
        var anchor = first.anchor();
        for (var plan : plans) {
            if (!plan.network.frame.isFromStart()) {
                throw new IllegalArgumentException("only plans from their start");
            }
            anchor = plan.network.frame.anchor().isBefore(anchor) ? plan.network.frame.anchor() : anchor;
        }
        var builder = new NetworkBuilder(new PlanFrame(
                first.direction(),
                anchor,
                first.hours(),
                first.honorsConstraints(),
                first.alap(),
                first.criticalSlack(),
                first.multipleCriticalPaths()));
        for (int k = 0; k < plans.size(); k++) {
            add(builder, k, plans.get(k), first);
        }
        return builder.build();
    }

    private static void add(NetworkBuilder builder, int plan, Schedule schedule, PlanFrame first) {
        var network = schedule.network;
        var frame = network.frame;
        boolean reads = frame.honorsConstraints() == first.honorsConstraints() && frame.alap() == first.alap();
        var gate = builder.task(id(plan, GATE)).hours(frame.hours()).manual(frame.anchor(), frame.anchor());
        for (int i = 0; i < network.size(); i++) {
            long task = id(plan, network.tasks.id[i]);
            var draft = builder.task(task);
            copy(network.tasks.draft(i, frame.hours()), draft);
            if (draft.hours == null) {
                draft.hours(frame.hours());
            }
            int parent = network.tree.parent[i];
            if (parent == Hierarchy.TOP) {
                builder.link(gate.id, task, DependencyType.FINISH_TO_START, Lag.NONE);
            } else {
                draft.parent(id(plan, network.tasks.id[parent]));
            }
            boolean leaf = !network.tree.isSummary(i) && network.tasks.progress[i] == null;
            if (!reads && leaf && isReadDifferently(draft.constraint)) {
                draft.manual(Seconds.local(schedule.dates.start[i]), Seconds.local(schedule.dates.finish[i]));
            }
        }
        for (var link : network.links()) {
            builder.link(id(plan, link.predecessor()), id(plan, link.successor()), link.type(), link.lag());
        }
    }

    private static boolean isReadDifferently(ConstraintType constraint) {
        return switch (constraint) {
            case ALAP, SNLT, FNLT, MSO, MFO -> true;
            case ASAP, SNET, FNET -> false;
        };
    }

    private static void copy(TaskDraft from, TaskDraft to) {
        to.duration = from.duration;
        to.elapsed = from.elapsed;
        to.gaps = from.gaps;
        to.hours = from.hours;
        to.constraint = from.constraint;
        to.constraintDate = from.constraintDate;
        to.deadline = from.deadline;
        to.manualStart = from.manualStart;
        to.manualFinish = from.manualFinish;
        to.actualStart = from.actualStart;
        to.actualFinish = from.actualFinish;
        to.remaining = from.remaining;
        to.resume = from.resume;
        to.levelingDelay = from.levelingDelay;
        to.inactive = from.inactive;
        to.assigned.addAll(from.assigned);
    }
}
