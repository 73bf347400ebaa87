package io.throughline.project.schedule;

import io.throughline.project.schedule.NetworkChart.Kind;
import io.throughline.project.schedule.Schedules.Computed;
import io.throughline.project.schedule.network.Driver;
import io.throughline.project.schedule.network.Link;
import io.throughline.project.schedule.network.Schedule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a graph of leaves: what is linked to a summary is linked to its opening, which leads to the parts that nothing
 * of the same summary comes before, or from its closing, to which the parts lead that nothing of it follows. (The engine
 * reads links of summaries so, too.) Cancelled tasks are not in it.
 */
final class NetworkNodes {

    private final Schedule schedule;
    private final OutlineSkeleton skeleton;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    /** Of leaves and openings, and of closings, by the number of the task. */
    private final Map<Integer, Integer> places = new HashMap<>();

    private final Map<Integer, Integer> closings = new HashMap<>();

    /** @param line of the task, or of the summary that opens or closes */
    record Node(Kind kind, OutlineLine line, boolean critical) {}

    /**
     * @param link null within a summary
     * @param critical both are, and it decides the date of the second
     */
    record Tie(int from, int to, @Nullable Link link, boolean critical) {}

    private NetworkNodes(Schedule schedule, OutlineSkeleton skeleton) {
        this.schedule = schedule;
        this.skeleton = skeleton;
    }

    static NetworkNodes of(Computed computed, OutlineSkeleton skeleton) {
        var made = new NetworkNodes(computed.schedule(), skeleton);
        made.build(computed);
        return made;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Tie> ties() {
        return ties;
    }

    private void build(Computed computed) {
        var links = computed.schedule().network().links().stream()
                .filter(link -> has(computed, link.predecessor()) && has(computed, link.successor()))
                .toList();
        var into = new HashSet<Long>();
        var outOf = new HashSet<Long>();
        links.forEach(link -> {
            outOf.add(link.predecessor());
            into.add(link.successor());
        });
        var children = new HashMap<Integer, List<OutlineLine>>();
        for (var line : skeleton.all()) {
            if (!computed.has(line.number())) {
                continue;
            }
            if (line.above() >= 0) {
                children.computeIfAbsent(line.above(), key -> new ArrayList<>()).add(line);
            }
            boolean critical = schedule.isCritical(line.number());
            if (!line.summary()) {
                add(new Node(line.milestone() ? Kind.MILESTONE : Kind.TASK, line, critical));
                continue;
            }
            if (into.contains((long) line.number())) {
                add(new Node(Kind.OPENING, line, critical));
            }
            if (outOf.contains((long) line.number())) {
                add(new Node(Kind.CLOSING, line, critical));
            }
        }
        var decided = new HashMap<Integer, Set<Integer>>();
        for (var link : links) {
            int from = place((int) link.predecessor(), Kind.CLOSING);
            int to = place((int) link.successor(), Kind.OPENING);
            ties.add(new Tie(from, to, link, decides(from, to, decided)));
        }
        within(links, children);
    }

    private boolean has(Computed computed, long number) {
        return computed.has((int) number) && skeleton.indexOf((int) number) >= 0;
    }

    private void add(Node node) {
        (node.kind() == Kind.CLOSING ? closings : places).put(node.line().number(), nodes.size());
        nodes.add(node);
    }

    /** Of the leaf, or of the summary's end; -1 for a summary without that end. */
    private int place(int number, Kind end) {
        var closing = end == Kind.CLOSING ? closings.get(number) : null;
        if (closing != null) {
            return closing;
        }
        var place = places.getOrDefault(number, -1);
        return place >= 0 && end == Kind.CLOSING && nodes.get(place).kind() == Kind.OPENING ? -1 : place;
    }

    private boolean decides(int from, int to, Map<Integer, Set<Integer>> decided) {
        if (!nodes.get(from).critical() || !nodes.get(to).critical()) {
            return false;
        }
        if (nodes.get(to).kind() == Kind.OPENING) {
            return true;
        }
        return decided.computeIfAbsent(nodes.get(to).line().number(), this::deciders)
                .contains(nodes.get(from).line().number());
    }

    private Set<Integer> deciders(int number) {
        var deciders = new HashSet<Integer>();
        var drivers = new ArrayList<>(schedule.startDrivers(number));
        drivers.addAll(schedule.finishDrivers(number));
        for (var driver : drivers) {
            if (driver.link() != null && driver.kind() != Driver.Kind.SUCCESSOR) {
                deciders.add((int) driver.link().predecessor());
            }
        }
        return deciders;
    }

    /** From openings to first parts, from last parts to closings. */
    private void within(List<Link> links, Map<Integer, List<OutlineLine>> children) {
        var followers = new HashMap<Integer, Set<Long>>();
        var leaders = new HashMap<Integer, Set<Long>>();
        for (var link : links) {
            for (int above : shared((int) link.predecessor(), (int) link.successor())) {
                followers.computeIfAbsent(above, key -> new HashSet<>()).add(link.successor());
                leaders.computeIfAbsent(above, key -> new HashSet<>()).add(link.predecessor());
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            if (node.kind() != Kind.OPENING && node.kind() != Kind.CLOSING) {
                continue;
            }
            boolean opens = node.kind() == Kind.OPENING;
            int summary = skeleton.indexOf(node.line().number());
            var held = (opens ? followers : leaders).getOrDefault(summary, Set.of());
            var ends = new ArrayList<Integer>();
            ends(summary, node.kind(), held, children, ends);
            for (int end : ends) {
                boolean critical = node.critical() && nodes.get(end).critical();
                ties.add(opens ? new Tie(i, end, null, critical) : new Tie(end, i, null, critical));
            }
        }
    }

    /** Indexes of the summaries above both. */
    private Set<Integer> shared(int one, int other) {
        var shared = above(one);
        shared.retainAll(above(other));
        return shared;
    }

    private Set<Integer> above(int number) {
        var all = new HashSet<Integer>();
        int at = skeleton.line(skeleton.indexOf(number)).above();
        while (at >= 0) {
            all.add(at);
            at = skeleton.line(at).above();
        }
        return all;
    }

    private void ends(
            int above, Kind kind, Set<Long> held, Map<Integer, List<OutlineLine>> children, List<Integer> ends) {
        for (var child : children.getOrDefault(above, List.of())) {
            if (held.contains((long) child.number())) {
                continue;
            }
            int at = place(child.number(), kind);
            if (at >= 0) {
                ends.add(at);
            } else {
                ends(skeleton.indexOf(child.number()), kind, held, children, ends);
            }
        }
    }

    /** Those that a number of ties lead to from a task, either way; ends of summaries do not count as steps. */
    boolean[] around(int number, int steps) {
        var near = new boolean[nodes.size()];
        var at = places.get(number);
        if (at == null || nodes.get(at).kind() == Kind.OPENING) {
            return near;
        }
        spread(at, steps, near, true);
        spread(at, steps, near, false);
        return near;
    }

    private void spread(int start, int steps, boolean[] near, boolean onward) {
        var ways = new HashMap<Integer, List<Integer>>();
        for (var tie : ties) {
            ways.computeIfAbsent(onward ? tie.from() : tie.to(), key -> new ArrayList<>())
                    .add(onward ? tie.to() : tie.from());
        }
        var left = new HashMap<Integer, Integer>(Map.of(start, steps));
        var queue = new ArrayDeque<>(List.of(start));
        near[start] = true;
        while (!queue.isEmpty()) {
            int at = queue.poll();
            for (int next : ways.getOrDefault(at, List.of())) {
                var kind = nodes.get(next).kind();
                int rest =
                        Objects.requireNonNull(left.get(at)) - (kind == Kind.OPENING || kind == Kind.CLOSING ? 0 : 1);
                if (rest >= 0 && left.getOrDefault(next, -1) < rest) {
                    left.put(next, rest);
                    near[next] = true;
                    queue.add(next);
                }
            }
        }
    }
}
