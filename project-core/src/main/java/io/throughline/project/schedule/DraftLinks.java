package io.throughline.project.schedule;

import io.throughline.project.schedule.DraftLine.Clash;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.project.schedule.PlanJournal.Edit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what a draft changes of links; one to a task that is not there any more, or that closes a circle, is none. */
@Component
@RequiredArgsConstructor
class DraftLinks {

    private static final Set<String> FIELDS = Set.of("type", "lagMinutes", "lagUnit");

    private final TaskRepository tasks;
    private final TaskDependencyRepository dependencies;
    private final LinkCircles circles;
    private final DraftFields fields;

    private record Ends(Task from, Task to) {

        boolean stand() {
            return !from.isDeleted() && !to.isDeleted();
        }
    }

    /** After tasks have their places: links that go, then those that come. */
    void make(DraftRun run, List<Edit> edits) {
        edits.stream().filter(edit -> edit.after() == null).forEach(edit -> free(run, edit));
        dependencies.flush();
        var coming = edits.stream().filter(edit -> edit.after() != null).toList();
        if (coming.isEmpty()) {
            return;
        }
        var graph = circles.graph(run.project);
        coming.forEach(edit -> drive(run, edit, graph));
        dependencies.flush();
    }

    private void free(DraftRun run, Edit edit) {
        var before = Objects.requireNonNull(edit.before());
        var ends = ends(run, before).orElse(null);
        if (ends == null) {
            return;
        }
        var link = dependencies
                .findByPredecessorIdAndSuccessorId(
                        ends.from().requireId(), ends.to().requireId())
                .orElse(null);
        if (link == null) {
            return;
        }
        var live = DraftFields.only(fields.of(link), FIELDS);
        var base = DraftFields.only(before, FIELDS);
        var clash = DraftFields.areSame(live, base, FIELDS) ? Clash.NONE : Clash.OPEN;
        if (run.takes(line(ends, base, live, Map.of(), clash))) {
            dependencies.delete(link);
        }
    }

    private void drive(DraftRun run, Edit edit, LinkGraph graph) {
        var after = DraftFields.only(Objects.requireNonNull(edit.after()), FIELDS);
        var base = edit.before() == null ? Map.<String, @Nullable Object>of() : DraftFields.only(edit.before(), FIELDS);
        var ends = ends(run, Objects.requireNonNull(edit.after())).orElse(null);
        if (ends == null) {
            return;
        }
        var link = dependencies
                .findByPredecessorIdAndSuccessorId(
                        ends.from().requireId(), ends.to().requireId())
                .orElse(null);
        var live = link == null ? Map.<String, @Nullable Object>of() : DraftFields.only(fields.of(link), FIELDS);
        if (link != null && DraftFields.areSame(live, after, FIELDS)) {
            return;
        }
        boolean circle = link == null
                && ends.stand()
                && !graph.way(ends.to().getNumber(), ends.from().getNumber()).isEmpty();
        var clash = !ends.stand() || circle
                ? Clash.IMPOSSIBLE
                : DraftFields.areSame(live, base, FIELDS) ? Clash.NONE : Clash.OPEN;
        if (run.takes(line(ends, base, live, after, clash))) {
            var made = link == null
                    ? new TaskDependency(
                            run.project.id().value(),
                            ends.from().requireId(),
                            ends.to().requireId())
                    : link;
            fields.set(made, after);
            dependencies.save(made);
            graph.link(ends.from().getNumber(), ends.to().getNumber());
        }
    }

    /** Empty where one of them is away already. */
    private Optional<Ends> ends(DraftRun run, Map<String, @Nullable Object> link) {
        long from = DraftEdits.number(link.get("predecessorId"));
        long to = DraftEdits.number(link.get("successorId"));
        return run.away.contains(from) || run.away.contains(to)
                ? Optional.empty()
                : Optional.of(new Ends(task(run, from), task(run, to)));
    }

    private Task task(DraftRun run, long id) {
        var known = run.tasks().get(id);
        return known == null ? tasks.findById(id).orElseThrow() : known;
    }

    private static DraftLine line(
            Ends ends,
            Map<String, @Nullable Object> base,
            Map<String, @Nullable Object> live,
            Map<String, @Nullable Object> draft,
            Clash clash) {
        int from = ends.from().getNumber();
        int to = ends.to().getNumber();
        return new DraftLine(
                "l" + from + "-" + to, to, ends.to().getName(), Matter.LINK, from, base, live, draft, clash);
    }
}
