package io.throughline.project.schedule.network;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan as the engine sees it: tasks in a tree, links, calendars, progress. Immutable and thread-safe; a changed network
 * shares with the old one whatever did not change.
 */
public final class Network {

    final PlanFrame frame;
    final TaskTable tasks;
    final Hierarchy tree;
    final LinkTable links;
    final Topology topology;
    private final Map<Long, Integer> index;

    Network(
            PlanFrame frame,
            TaskTable tasks,
            Hierarchy tree,
            LinkTable links,
            Topology topology,
            Map<Long, Integer> index) {
        this.frame = frame;
        this.tasks = tasks;
        this.tree = tree;
        this.links = links;
        this.topology = topology;
        this.index = index;
    }

    public static NetworkBuilder in(PlanFrame frame) {
        return new NetworkBuilder(frame);
    }

    /** Number of tasks, summaries included. */
    public int size() {
        return tasks.size;
    }

    public PlanFrame frame() {
        return frame;
    }

    /** Ids in the order in which the tasks were named. */
    public List<Long> ids() {
        var ids = new ArrayList<Long>(size());
        for (long id : tasks.id) {
            ids.add(id);
        }
        return ids;
    }

    /** All links, by successor. */
    public List<Link> links() {
        var all = new ArrayList<Link>(links.size);
        for (int k = 0; k < links.size; k++) {
            all.add(links.link(k, tasks.id));
        }
        return all;
    }

    public boolean has(long id) {
        return index.containsKey(id);
    }

    public boolean isSummary(long id) {
        return tree.isSummary(indexOf(id));
    }

    /** The hours the task's duration is counted in: its own or the project's; always open for elapsed durations. */
    public LocalHours hoursOf(long id) {
        return tasks.hours[indexOf(id)];
    }

    /** Whether the task is switched off, by itself or with a summary above. */
    public boolean isInactive(long id) {
        return tasks.inactive[indexOf(id)];
    }

    /** Whether work on the task has begun or is done. */
    public boolean hasBegun(long id) {
        return tasks.progress[indexOf(id)] != null;
    }

    /**
     * A task as it was described, to be changed and given to {@link #with}; its parent is not said again.
     *
     * @throws InvalidNetworkException UNKNOWN_TASK
     */
    public TaskDraft describe(long id) {
        return tasks.draft(indexOf(id), frame.hours());
    }

    /**
     * The same network with one task described anew; its place in the tree stays.
     *
     * @throws InvalidNetworkException UNKNOWN_TASK, or what {@link NetworkBuilder#build()} says of the task
     * @throws IllegalArgumentException when it is to be switched off or on: that makes another network
     */
    public Network with(TaskDraft changed) {
        return with(List.of(changed));
    }

    /** The same as {@link #with(TaskDraft)} for each of them. */
    public Network with(Collection<TaskDraft> changed) {
        var copy = tasks.copy();
        for (var draft : changed) {
            int i = indexOf(draft.id);
            if (draft.inactive != tasks.inactive[i]) {
                throw new IllegalArgumentException("task " + draft.id + " is switched off or on by a new network");
            }
            copy.set(i, draft, frame.hours());
        }
        return new Network(frame, copy, tree, links, topology, index);
    }

    /** The same, with a table of tasks of its own. */
    Network copy() {
        return new Network(frame, tasks.copy(), tree, links, topology, index);
    }

    /** The same network as it was before resource leveling, except for these tasks. */
    public Network unleveled(Set<Long> except) {
        var copy = tasks.copy();
        for (int i = 0; i < tasks.size; i++) {
            if (!except.contains(tasks.id[i])) {
                copy.levelingDelay[i] = 0;
            }
        }
        return new Network(frame, copy, tree, links, topology, index);
    }

    /**
     * The same tasks with other links.
     *
     * @throws InvalidNetworkException as {@link NetworkBuilder#build()} for links
     */
    public Network withLinks(Collection<Link> others) {
        var table = new LinkTable(List.copyOf(others), size(), this::indexOf);
        return new Network(frame, tasks, tree, table, new Topology(tree, table, tasks.id), index);
    }

    /** The same network with these particulars of its tasks, which may still change. */
    Network on(TaskTable others) {
        return new Network(frame, others, tree, links, topology, index);
    }

    /** @throws InvalidNetworkException UNKNOWN_TASK */
    int indexOf(long id) {
        var at = index.get(id);
        if (at == null) {
            throw new InvalidNetworkException(Problem.UNKNOWN_TASK, id);
        }
        return at;
    }
}
