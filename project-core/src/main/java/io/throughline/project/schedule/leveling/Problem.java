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
    /** In plans from their finish: pinned, and kept where they are by a delay of their own if need be. */
    final boolean[] held;

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
        id = new long[size];
        Arrays.setAll(id, placement::id);
        needs = needs(plan, placement);
        movable = new boolean[size];
        held = new boolean[size];
        for (int step = 0; step < size; step++) {
            boolean pin = pinned.contains(id[step]);
            movable[step] = needs[step].length > 0 && placement.canMove(step) && !pin;
            held[step] = pin && placement.isMirrored() && placement.canMove(step);
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
        return Placement.of(network);
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

    /** By step of the placement, in hours as they are seen there; several assignments of one resource are one need. */
    static Need[][] needs(LevelingPlan plan, Placement placement) {
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
        var all = new Need[placement.steps()][];
        for (int step = 0; step < all.length; step++) {
            boolean works = placement.counts(step) && placement.length(step) > 0;
            var list = works ? byTask.getOrDefault(placement.id(step), List.of()) : List.<Assignment>of();
            all[step] = list.isEmpty() ? NOTHING : needs(placement, step, list, places);
        }
        return all;
    }

    private static Need[] needs(Placement placement, int step, List<Assignment> list, Map<Long, Integer> places) {
        var byResource = new HashMap<Integer, Need>();
        for (var one : list) {
            var hours = one.hours() == null ? placement.hours(step) : placement.seen(one.hours());
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
