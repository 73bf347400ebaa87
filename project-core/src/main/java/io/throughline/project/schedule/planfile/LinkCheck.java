package io.throughline.project.schedule.planfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Leaves out links a schedule cannot have: to itself, between a summary and its own parts, twice the same, and those
 * that run in a circle, also through the hierarchy.
 *
 * <p>Circles are found on a graph with two points a task, start side and finish side: a link runs from the finish side
 * of its predecessor to the start side of its successor, a task from start to finish side, a summary's start side to
 * those of its parts and their finish sides to its own. A link whose two ends lie in one strongly connected component
 * is part of a circle. For example summary S with part A, and a link A → S: finish(A) → start(S) → start(A) →
 * finish(A).
 */
final class LinkCheck {
    private final PlanFile plan;
    private final ReportBuilder report = new ReportBuilder();
    private final Map<Integer, Integer> index = new HashMap<>();
    private final int[] parent;

    LinkCheck(PlanFile plan) {
        this.plan = plan;
        var tasks = plan.tasks();
        for (int i = 0; i < tasks.size(); i++) {
            index.put(tasks.get(i).uid(), i);
        }
        parent = tasks.stream()
                .mapToInt(t -> t.parentUid() == null ? -1 : index.getOrDefault(t.parentUid(), -1))
                .toArray();
        report.include(plan.report());
    }

    PlanFile checked() {
        var kept = new ArrayList<PlanFileLink>();
        var pairs = new HashSet<Pair>();
        for (var link : plan.links()) {
            var from = index.get(link.predecessor());
            var to = index.get(link.successor());
            if (from == null || to == null || from.equals(to) || isAbove(from, to) || isAbove(to, from)) {
                refuse(link, "linkImpossible");
            } else if (!pairs.add(new Pair(from, to))) {
                refuse(link, "linkTwice");
            } else {
                kept.add(link);
                note(link, plan.tasks().get(to));
            }
        }
        var component = components(kept);
        var free = new ArrayList<PlanFileLink>();
        for (var link : kept) {
            if (component[finishSide(link.predecessor())] == component[startSide(link.successor())]) {
                refuse(link, "linkCircle");
            } else {
                free.add(link);
            }
        }
        return plan.withLinks(free).withReport(report.build());
    }

    private record Pair(int from, int to) {}

    /** Kept, but not as the file's program reads them. */
    private void note(PlanFileLink link, PlanFileTask successor) {
        boolean atFinish =
                link.type() == PlanFileLink.Type.FINISH_TO_FINISH || link.type() == PlanFileLink.Type.START_TO_FINISH;
        if (successor.summary() && atFinish) {
            report.left("finishLinksIntoSummaries", successor.name());
        }
    }

    private void refuse(PlanFileLink link, String code) {
        var to = index.get(link.successor());
        int row = to == null ? 0 : plan.tasks().get(to).row();
        report.value(row, null, code, shown(link.predecessor()) + " → " + shown(link.successor()));
    }

    private String shown(int uid) {
        var at = index.get(uid);
        return at == null
                ? "#" + uid
                : plan.tasks().get(at).row() + " " + plan.tasks().get(at).name();
    }

    private boolean isAbove(int upper, int lower) {
        int steps = 0;
        for (int at = parent[lower]; at >= 0 && steps++ < parent.length; at = parent[at]) {
            if (at == upper) {
                return true;
            }
        }
        return false;
    }

    private int startSide(int uid) {
        return 2 * index.getOrDefault(uid, 0);
    }

    private int finishSide(int uid) {
        return startSide(uid) + 1;
    }

    private int[] components(List<PlanFileLink> links) {
        int points = 2 * parent.length;
        var next = new int[points][];
        var used = new int[points];
        for (int i = 0; i < parent.length; i++) {
            if (parent[i] >= 0) {
                add(next, used, 2 * parent[i], 2 * i);
                add(next, used, 2 * i + 1, 2 * parent[i] + 1);
            }
            add(next, used, 2 * i, 2 * i + 1);
        }
        for (var link : links) {
            add(next, used, finishSide(link.predecessor()), startSide(link.successor()));
        }
        return new StrongComponents(next, used).find();
    }

    private static void add(int[][] next, int[] used, int from, int to) {
        var row = next[from];
        if (row == null) {
            row = next[from] = new int[2];
        } else if (used[from] == row.length) {
            row = next[from] = Arrays.copyOf(row, row.length * 2);
        }
        row[used[from]++] = to;
    }
}
