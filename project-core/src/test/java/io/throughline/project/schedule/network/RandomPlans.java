package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.foundation.calendar.WorkWeek;
import io.throughline.project.schedule.ConstraintType;
import io.throughline.project.schedule.DependencyType;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random plans with everything in them, or only some of it. Tasks are numbered from 0; a block of consecutive tasks may
 * lie below a summary, which is numbered after all tasks. Links lead from lower to higher numbers, so they never circle.
 */
public final class RandomPlans {

    public static final LocalHours OFFICE =
            NetworkFixtures.office(NetworkFixtures.holiday("03-11"), NetworkFixtures.holiday("04-03"));
    public static final LocalHours SHIFTS =
            NetworkFixtures.hours(WorkWeek.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "06:00-14:00", "14:30-22:00"));
    public static final LocalHours ALWAYS = NetworkFixtures.hours(WorkWeek.always());
    public static final LocalDateTime START = NetworkFixtures.at("03-02 08:00");

    private final Random random;
    private final int leaves;
    private final boolean summaries;
    private final List<LocalHours> calendars;
    private final List<ConstraintType> constraints;
    private final boolean progress;

    private RandomPlans(
            Random random,
            int leaves,
            boolean summaries,
            List<LocalHours> calendars,
            List<ConstraintType> constraints,
            boolean progress) {
        this.random = random;
        this.leaves = leaves;
        this.summaries = summaries;
        this.calendars = calendars;
        this.constraints = constraints;
        this.progress = progress;
    }

    /** One calendar, no hierarchy, no constraints, nothing begun. */
    public static RandomPlans plain(Random random, int leaves) {
        return new RandomPlans(random, leaves, false, List.of(OFFICE), List.of(ConstraintType.ASAP), false);
    }

    /** Summaries, several calendars and elapsed durations. */
    public static RandomPlans structured(Random random, int leaves) {
        return new RandomPlans(
                random, leaves, true, List.of(OFFICE, OFFICE, SHIFTS), List.of(ConstraintType.ASAP), false);
    }

    /** The same with constraints, leveling, deadlines, manual and begun tasks. */
    public static RandomPlans full(Random random, int leaves, ConstraintType... constraints) {
        return new RandomPlans(random, leaves, true, List.of(OFFICE, SHIFTS), List.of(constraints), true);
    }

    public Network network(PlanFrame frame) {
        return builder(frame).build();
    }

    public Network network() {
        return network(PlanFrame.startingAt(START, calendars.get(0)));
    }

    NetworkBuilder builder(PlanFrame frame) {
        var builder = Network.in(frame);
        var parent = parents();
        for (int i = 0; i < leaves; i++) {
            var task = builder.task(i);
            describe(task);
            if (parent[i] >= 0) {
                task.parent(parent[i]);
            }
        }
        for (int s = leaves; s < parent.length; s++) {
            var summary = builder.task(s);
            if (parent[s] >= 0) {
                summary.parent(parent[s]);
            }
        }
        return builder.links(links(parent));
    }

    void describe(TaskDraft task) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            task.duration(0);
        } else if (kind == 1 && calendars.size() > 1) {
            task.elapsedDuration(60L * (1 + random.nextInt(80)));
        } else {
            task.duration(30L * (1 + random.nextInt(100)));
        }
        var hours = calendars.get(random.nextInt(calendars.size()));
        if (kind > 1 && hours != OFFICE) {
            task.hours(hours);
        }
        task.constraint(constraints.get(random.nextInt(constraints.size())), time());
        if (progress) {
            particulars(task, kind);
        }
    }

    private void particulars(TaskDraft task, int kind) {
        switch (random.nextInt(14)) {
            case 0 -> task.levelingDelay(60L * random.nextInt(100));
            case 1 -> task.deadline(time());
            case 2 -> task.gaps(30L * random.nextInt(40));
            case 3 -> task.actualStart(time()).remaining(30L * random.nextInt(60));
            case 4 ->
                task.actualStart(time()).remaining(30L * random.nextInt(60)).resume(time());
            case 5 -> {
                var start = time();
                task.actualStart(start).actualFinish(start.plusHours(random.nextInt(200)));
            }
            case 6 -> {
                var start = time();
                task.manual(start, start.plusHours(random.nextInt(200)));
            }
            case 7 -> {
                if (kind > 1) {
                    task.assigned(OFFICE, 30L * (1 + random.nextInt(60)))
                            .assigned(SHIFTS, 30L * (1 + random.nextInt(60)));
                }
            }
            default -> {}
        }
    }

    /** Within two months of the start, on half hours. */
    LocalDateTime time() {
        return START.minusDays(3).plusMinutes(30L * random.nextInt(60 * 48));
    }

    private int[] parents() {
        int count = summaries ? leaves / 5 : 0;
        var parent = new int[leaves + count];
        java.util.Arrays.fill(parent, -1);
        int outer = -1;
        for (int s = 0; s < count; s++) {
            int first = s * 5;
            for (int i = first; i < first + 2 + random.nextInt(3); i++) {
                parent[i] = leaves + s;
            }
            if (random.nextInt(3) == 0) {
                outer = s;
            } else if (outer >= 0 && random.nextBoolean()) {
                parent[leaves + s] = leaves + outer;
            }
        }
        return parent;
    }

    private List<Link> links(int[] parent) {
        var links = new ArrayList<Link>();
        for (int k = 0; k < leaves * 3 / 2; k++) {
            int to = 1 + random.nextInt(leaves - 1);
            int from = random.nextInt(to);
            int source = random.nextInt(6) == 0 && parent[from] >= 0 ? parent[from] : from;
            int target = random.nextInt(6) == 0 && parent[to] >= 0 ? parent[to] : to;
            links.add(new Link(source, target, type(), lag()));
        }
        return acyclic(links, parent);
    }

    /** Only those that keep the order of blocks, so that a summary never leads back into itself. */
    private List<Link> acyclic(List<Link> links, int[] parent) {
        var first = new int[parent.length];
        var last = new int[parent.length];
        java.util.Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < leaves; i++) {
            for (int at = i; at >= 0; at = parent[at]) {
                first[at] = Math.min(first[at], i);
                last[at] = Math.max(last[at], i);
            }
        }
        return links.stream()
                .filter(link -> last[(int) link.predecessor()] < first[(int) link.successor()])
                .toList();
    }

    DependencyType type() {
        return DependencyType.values()[random.nextInt(10) < 5 ? 0 : random.nextInt(4)];
    }

    private Lag lag() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> Lag.working(30L * random.nextInt(60));
            case 2 -> Lag.working(-30L * random.nextInt(30));
            case 3 -> calendars.size() == 1 ? Lag.NONE : Lag.elapsed(60L * random.nextInt(100));
            case 4 -> Lag.percent(100L * (random.nextInt(200) - 50));
            default -> Lag.NONE;
        };
    }
}
