package io.throughline.project.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way from one task to another along links and the hierarchy, so that a link that would close a circle is
 * refused with the circle named.
 *
 * <p><b>Method.</b> Every task is two points, begin and end. A leaf leads from begin to end; a summary from its begin to
 * its children's begins, and from their ends to its own; a link, of whatever kind, from the predecessor's end to the
 * successor's begin. A new link P → S closes a circle exactly if P's end can be reached from S's begin. Linear in tasks
 * and links.
 *
 * <p><b>Example.</b> 1 → 2 → 3 and a new link 3 → 1: from 1's begin over 1, 2, 3 to 3's end, so the circle is 3, 1, 2, 3.
 * Summary 4 with child 5 and a new link 5 → 4: from 4's begin to 5's begin to 5's end, refused as well.
 */
class LinkGraph {

    private final Map<Integer, List<Integer>> links = new HashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();

    void parent(int child, int parent) {
        parents.put(child, parent);
        children.computeIfAbsent(parent, key -> new ArrayList<>()).add(child);
    }

    void link(int predecessor, int successor) {
        links.computeIfAbsent(predecessor, key -> new ArrayList<>()).add(successor);
    }

    /** Takes all links away that lead to one of them. */
    void unlink(Set<Integer> successors) {
        links.values().forEach(known -> known.removeIf(successors::contains));
    }

    /** Whether anything leads back to itself: points that nothing leads to are taken away until none is left, or some are. */
    boolean isCircular() {
        var leading = new HashMap<Point, Integer>();
        points().forEach(point -> leading.putIfAbsent(point, 0));
        leading.keySet().stream()
                .flatMap(point -> after(point).stream())
                .toList()
                .forEach(next -> leading.merge(next, 1, Integer::sum));
        var free = new ArrayDeque<Point>();
        leading.forEach((point, count) -> {
            if (count == 0) {
                free.add(point);
            }
        });
        int taken = 0;
        while (!free.isEmpty()) {
            taken++;
            for (var next : after(free.remove())) {
                if (leading.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
        return taken < leading.size();
    }

    private Stream<Point> points() {
        return Stream.of(
                        links.keySet().stream(),
                        links.values().stream().flatMap(List::stream),
                        parents.keySet().stream(),
                        children.keySet().stream())
                .flatMap(tasks -> tasks)
                .distinct()
                .flatMap(task -> Stream.of(new Point(task, false), new Point(task, true)));
    }

    /** The tasks from the one's begin to the other's end, both named; empty when there is no such way. */
    List<Integer> way(int from, int to) {
        return way(new Point(from, false), new Point(to, true));
    }

    private List<Integer> way(Point first, Point goal) {
        var cameFrom = new HashMap<Point, @Nullable Point>();
        var queue = new ArrayDeque<Point>();
        cameFrom.put(first, null);
        queue.add(first);
        while (!queue.isEmpty()) {
            var here = queue.remove();
            if (here.equals(goal)) {
                return trace(goal, cameFrom);
            }
            for (var next : after(here)) {
                if (!cameFrom.containsKey(next)) {
                    cameFrom.put(next, here);
                    queue.add(next);
                }
            }
        }
        return List.of();
    }

    /** The circle a child's place under its parent closes, links considered; empty when there is none. */
    List<Integer> circle(int child, int parent) {
        var down = way(new Point(child, false), new Point(parent, false));
        return down.isEmpty() ? way(new Point(parent, true), new Point(child, true)) : down;
    }

    private List<Point> after(Point here) {
        var next = new ArrayList<Point>();
        if (here.end()) {
            links.getOrDefault(here.task(), List.of()).forEach(successor -> next.add(new Point(successor, false)));
            var parent = parents.get(here.task());
            if (parent != null) {
                next.add(new Point(parent, true));
            }
        } else if (children.containsKey(here.task())) {
            children.get(here.task()).forEach(child -> next.add(new Point(child, false)));
        } else {
            next.add(new Point(here.task(), true));
        }
        return next;
    }

    private static List<Integer> trace(Point goal, Map<Point, @Nullable Point> cameFrom) {
        var path = new ArrayList<Integer>();
        for (@Nullable Point at = goal; at != null; at = cameFrom.get(at)) {
            if (path.isEmpty() || path.get(path.size() - 1) != at.task()) {
                path.add(at.task());
            }
        }
        Collections.reverse(path);
        return path;
    }

    private record Point(int task, boolean end) {}
}
