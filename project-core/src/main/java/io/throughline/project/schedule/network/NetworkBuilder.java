package io.throughline.project.schedule.network;

import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.network.InvalidNetworkException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects tasks and links by plain ids, in any order, and makes a {@link Network} of them.
 *
 * <pre>
 *   var builder = Network.in(PlanFrame.startingAt(start, hours));
 *   builder.task(1).duration(2400);
 *   builder.task(2).duration(1440);
 *   builder.link(1, 2, FINISH_TO_START, Lag.NONE);
 *   var schedule = CriticalPath.of(builder.build());
 * </pre>
 */
public final class NetworkBuilder {

    private final PlanFrame frame;
    private final List<TaskDraft> drafts = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    NetworkBuilder(PlanFrame frame) {
        this.frame = frame;
    }

    /** A new task, to be described by the answer. */
    public TaskDraft task(long id) {
        var draft = new TaskDraft(id);
        drafts.add(draft);
        return draft;
    }

    public NetworkBuilder link(long predecessor, long successor, DependencyType type, Lag lag) {
        links.add(new Link(predecessor, successor, type, lag));
        return this;
    }

    public NetworkBuilder links(Collection<Link> more) {
        links.addAll(more);
        return this;
    }

    /**
     * Linear in tasks and links.
     *
     * @throws InvalidNetworkException for ids that are unknown or used twice, circles of links or parents (with their
     *     members in order), links within a summary, amounts and dates that cannot be
     */
    public Network build() {
        var index = index();
        var table = new TaskTable(drafts.size());
        var parent = new int[drafts.size()];
        for (int i = 0; i < parent.length; i++) {
            var draft = drafts.get(i);
            table.set(i, draft, frame.hours());
            parent[i] = draft.parent == null ? Hierarchy.TOP : at(index, draft.parent);
        }
        var tree = new Hierarchy(parent, table.id);
        var live = links;
        if (drafts.stream().anyMatch(draft -> draft.inactive)) {
            var cut = new InactiveTasks(drafts, parent, table.inactive);
            tree = new Hierarchy(cut.parents(), table.id);
            live = cut.links(links, id -> at(index, id), table.id);
        }
        var linkTable = new LinkTable(live, parent.length, id -> at(index, id));
        return new Network(frame, table, tree, linkTable, new Topology(tree, linkTable, table.id), index);
    }

    private Map<Long, Integer> index() {
        var index = new HashMap<Long, Integer>(drafts.size() * 2);
        for (int i = 0; i < drafts.size(); i++) {
            if (index.put(drafts.get(i).id, i) != null) {
                throw new InvalidNetworkException(Problem.DUPLICATE_ID, drafts.get(i).id);
            }
        }
        return index;
    }

    private static int at(Map<Long, Integer> index, long id) {
        var at = index.get(id);
        if (at == null) {
            throw new InvalidNetworkException(Problem.UNKNOWN_TASK, id);
        }
        return at;
    }
}
