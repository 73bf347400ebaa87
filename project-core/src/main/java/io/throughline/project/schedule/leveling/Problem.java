package io.throughline.project.schedule.leveling;

import io.throughline.project.schedule.leveling.LevelingPlan.Assignment;
import io.throughline.project.schedule.network.CriticalPath;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.Placement;
import io.throughline.project.schedule.network.Room;
import io.throughline.project.schedule.network.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan to level, by steps of {@link Placement}: who may move, how late, what each step needs. */
final class Problem {

    private static final Need[] NOTHING = {};

    final LevelingPlan plan;
    final Network network;
    final Schedule before;
    final int size;
    final int[][] preceding;
    final long[] id;
    /** All that is needed, and below only what can be fitted in at all. */
    final Need[][] needs;

    final boolean[] movable;
    final long[] latest;
    final int[] rank;

    Problem(LevelingPlan plan) {
        this.plan = plan;
        var pinned = pinned(plan);
        network = plan.network().unleveled(pinned);
        before = CriticalPath.of(network);
        var placement = placement();
        size = placement.steps();
        preceding = placement.before();
        var ids = network.ids();
        id = new long[size];
        Arrays.setAll(id, step -> ids.get(placement.task(step)));
        needs = needs(placement);
        movable = new boolean[size];
        for (int step = 0; step < size; step++) {
            movable[step] = needs[step].length > 0 && placement.canMove(step) && !pinned.contains(id[step]);
        }
        var fixed = new HashSet<>(pinned);
        for (int step = 0; step < size; step++) {
            if (placement.isLeaf(step) && needs[step].length > 0 && !movable[step]) {
                fixed.add(id[step]);
            }
        }
        latest = Room.latestStarts(before, fixed, plan.withinSlack());
        rank = ranks();
    }

    /** A fresh one, with the dates before leveling. */
    Placement placement() {
        return new Placement(network);
    }

    private static Set<Long> pinned(LevelingPlan plan) {
        var pinned = new HashSet<Long>();
        plan.priorities().forEach((task, priority) -> {
            if (priority >= LevelingPlan.NEVER_MOVE) {
                pinned.add(task);
            }
        });
        return pinned;
    }

    int capacity(int resource) {
        return plan.resources().get(resource).units();
    }

    private Need[][] needs(Placement placement) {
        var places = new HashMap<Long, Integer>();
        for (int k = 0; k < plan.resources().size(); k++) {
            places.put(plan.resources().get(k).resource(), k);
        }
        Map<Long, List<Assignment>> byTask = new HashMap<>();
        for (var one : plan.assignments()) {
            if (places.containsKey(one.resource()) && one.units() > 0) {
                byTask.computeIfAbsent(one.task(), key -> new ArrayList<>()).add(one);
            }
        }
        var all = new Need[size][];
        for (int step = 0; step < size; step++) {
            boolean works = placement.counts(step) && placement.length(step) > 0;
            var list = works ? byTask.getOrDefault(id[step], List.of()) : List.<Assignment>of();
            all[step] = list.isEmpty() ? NOTHING : needs(placement, step, list, places);
        }
        return all;
    }

    /** One for each resource, though it be assigned twice. */
    private static Need[] needs(Placement placement, int step, List<Assignment> list, Map<Long, Integer> places) {
        var byResource = new HashMap<Integer, Need>();
        for (var one : list) {
            var hours = one.hours() == null ? placement.hours(step) : one.hours();
            long amount = one.hours() == null ? placement.length(step) : one.minutes() * 60;
            int place = places.getOrDefault(one.resource(), -1);
            if (amount > 0 && place >= 0) {
                byResource.merge(
                        place,
                        new Need(place, one.units(), hours, amount),
                        (a, b) -> new Need(
                                a.resource(), a.units() + b.units(), a.hours(), Math.max(a.amount(), b.amount())));
            }
        }
        return byResource.values().toArray(Need[]::new);
    }

    /** Whether a need can ever be met; what cannot stays an overload. */
    boolean fits(Need need) {
        return need.units() <= capacity(need.resource());
    }

    /** The most important first; a step is as important as the most important one that waits for it. */
    private int[] ranks() {
        var priority = new int[size];
        for (int step = 0; step < size; step++) {
            priority[step] = movable[step] ? plan.priority(id[step]) : -1;
        }
        for (int step = size - 1; step >= 0; step--) {
            for (int one : preceding[step]) {
                priority[one] = Math.max(priority[one], priority[step]);
            }
        }
        var levels = Arrays.stream(priority).distinct().sorted().toArray();
        var ranks = new int[size];
        Arrays.setAll(ranks, step -> levels.length - 1 - Arrays.binarySearch(levels, priority[step]));
        if (levels.length == 2 && levels[0] == -1) {
            Arrays.fill(ranks, 0);
        }
        return ranks;
    }

    boolean isCapped() {
        for (int step = 0; step < size; step++) {
            if (movable[step] && latest[step] != Long.MAX_VALUE) {
                return true;
            }
        }
        return false;
    }
}
