package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.PasteDraft.Link;
import io.throughline.project.schedule.planfile.Column;
import io.throughline.project.schedule.planfile.LinkText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the predecessors of pasted rows refer to, and whether all of them together lead round in a circle. */
final class PasteLinks {

    private final ProjectAccess project;
    private final List<PasteDraft> drafts;
    private final Set<Integer> plan;
    private final boolean rows;
    private final Map<String, Integer> references = new HashMap<>();

    /**
     * @param plan numbers of the tasks that are there
     * @param rows whether bare numbers are rows of the block
     */
    PasteLinks(ProjectAccess project, List<PasteDraft> drafts, Set<Integer> plan, boolean rows) {
        this.project = project;
        this.drafts = drafts;
        this.plan = plan;
        this.rows = rows;
        if (rows) {
            index();
        }
    }

    private void index() {
        boolean numbered = drafts.stream().anyMatch(draft -> draft.has(Column.ID));
        for (var draft : drafts) {
            var id = numbered ? draft.id : String.valueOf(draft.index + 1);
            if (!id.isEmpty() && references.putIfAbsent(id, draft.key()) != null) {
                draft.refuse(Column.ID, "project.schedule.paste.twice", id);
            }
            if (!draft.wbs.isEmpty()) {
                references.putIfAbsent(draft.wbs, draft.key());
            }
        }
        var names = drafts.stream().collect(Collectors.groupingBy(draft -> LinkText.plain(draft.name)));
        names.forEach((name, same) -> {
            if (same.size() == 1) {
                references.putIfAbsent(name, same.get(0).key());
            }
        });
    }

    void resolve() {
        drafts.forEach(draft -> draft.links = Arrays.stream(TypedValues.LINKS.split(draft.predecessors))
                .filter(typed -> !typed.isBlank())
                .map(typed -> link(draft, typed.strip()))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toMap(
                        Link::predecessor, link -> link, (first, second) -> second, LinkedHashMap::new))
                .values()
                .stream()
                .toList());
    }

    private @Nullable Link link(PasteDraft draft, String typed) {
        var plain = TypedValues.withoutKey(project.key(), typed);
        var part = LinkText.parse(plain, references::containsKey).get(0);
        var found = part.problem() ? null : find(part.reference(), plain.length() < typed.length());
        if (found == null) {
            draft.refuse(
                    Column.PREDECESSORS,
                    part.problem() ? "project.schedule.notAPredecessor" : "project.schedule.paste.unknownTask",
                    typed);
            return null;
        }
        var type = TypedValues.type(part);
        boolean finish = type == DependencyType.FINISH_TO_FINISH || type == DependencyType.START_TO_FINISH;
        if (finish && (draft.target == null ? draft.summary : draft.target.summary())) {
            draft.refuse(Column.PREDECESSORS, "project.schedule.linkIntoSummary");
            return null;
        }
        return new Link(found, type, TypedValues.lag(part), TypedValues.unit(part));
    }

    /** @param keyed whether the project's key stood before it, so that it is a task in any case */
    private @Nullable Integer find(String reference, boolean keyed) {
        if (rows && !keyed) {
            return references.get(reference);
        }
        boolean known = reference.matches("[0-9]{1,7}") && plan.contains(Integer.valueOf(reference));
        return known ? Integer.valueOf(reference) : null;
    }

    /**
     * Refuses the links that close a circle.
     *
     * @param stored links and hierarchy as they are now, fresh each time
     * @param parent number of the task above the top rows of the block; null for none
     */
    void refuseCircles(Supplier<LinkGraph> stored, @Nullable Integer parent) {
        if (drafts.stream().allMatch(draft -> draft.links.isEmpty())) {
            return;
        }
        var all = graph(stored.get(), parent);
        drafts.forEach(draft -> draft.links.forEach(link -> all.link(link.predecessor(), draft.key())));
        if (!all.isCircular()) {
            return;
        }
        var graph = graph(stored.get(), parent);
        for (var draft : drafts) {
            for (var link : draft.links) {
                var way = link.predecessor() == draft.key()
                        ? List.of(draft.key())
                        : graph.way(draft.key(), link.predecessor());
                if (way.isEmpty()) {
                    graph.link(link.predecessor(), draft.key());
                } else {
                    draft.refuse(Column.PREDECESSORS, "project.schedule.cyclicDependency", path(way));
                }
            }
        }
    }

    /** Without the links of the rows that get others. */
    private LinkGraph graph(LinkGraph graph, @Nullable Integer parent) {
        var relinked = new HashSet<Integer>();
        for (var draft : drafts) {
            if (draft.target == null && draft.above >= 0) {
                graph.parent(draft.key(), drafts.get(draft.above).key());
            } else if (draft.target == null && parent != null) {
                graph.parent(draft.key(), parent);
            } else if (draft.target != null && draft.has(Column.PREDECESSORS)) {
                relinked.add(draft.key());
            }
        }
        graph.unlink(relinked);
        return graph;
    }

    private String path(List<Integer> way) {
        return way.stream().map(this::label).collect(Collectors.joining(" → ")) + " → " + label(way.get(0));
    }

    private String label(int key) {
        return key > 0 ? project.key() + "-" + key : drafts.get(-1 - key).name;
    }
}
