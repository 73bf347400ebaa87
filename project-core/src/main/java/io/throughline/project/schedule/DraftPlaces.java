package io.throughline.project.schedule;

import io.throughline.project.schedule.DraftLine.Clash;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.project.schedule.PlanJournal.Edit;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts tasks where a draft has them in the tree. A parent that the live plan has taken out comes back for it, if that is
 * chosen; a place that would stand below itself, or that links make a circle of, is none.
 */
@Component
@RequiredArgsConstructor
class DraftPlaces {

    private static final String PARENT = "parentId";

    private final TaskRepository tasks;
    private final DraftTasks restoring;
    private final LinkCircles circles;
    private final EntityManager entities;

    /** Where a task that was placed stood before. */
    private record Was(Task task, String line, @Nullable Long parent, long position) {}

    void place(DraftRun run, List<Edit> edits) {
        var placed = edits.stream()
                .map(edit -> place(run, edit))
                .flatMap(Optional::stream)
                .toList();
        if (placed.isEmpty()) {
            return;
        }
        entities.flush();
        for (var was : placed) {
            var parent = was.task().getParentId();
            if (parent != null && !Objects.equals(parent, was.parent()) && closesCircle(run, was.task(), parent)) {
                was.task().moveTo(was.parent(), was.position());
                tasks.saveAndFlush(was.task());
                run.refuse(was.line());
            }
        }
    }

    private Optional<Was> place(DraftRun run, Edit edit) {
        var task = run.tasks().get(edit.id());
        var after = Objects.requireNonNull(edit.after());
        if (task == null || !after.containsKey(PARENT) && !after.containsKey("position")) {
            return Optional.empty();
        }
        var was = task.getParentId();
        var wanted = after.containsKey(PARENT) ? id(after.get(PARENT)) : was;
        long position = after.containsKey("position") ? DraftEdits.number(after.get("position")) : task.getPosition();
        if (Objects.equals(was, wanted) && position == task.getPosition()) {
            return Optional.empty();
        }
        var parent = wanted == null ? null : find(run, wanted);
        boolean moved = edit.before() != null
                && after.containsKey(PARENT)
                && !Objects.equals(was, id(edit.before().get(PARENT)))
                && !Objects.equals(was, wanted);
        boolean gone = parent != null && parent.isDeleted() && !task.isDeleted();
        var clash = isBelow(run, wanted, task.requireId()) ? Clash.IMPOSSIBLE : moved || gone ? Clash.OPEN : Clash.NONE;
        var line = DraftRun.line(
                task,
                Matter.PLACE,
                edit.before() == null ? Map.of() : shown(run, id(edit.before().get(PARENT))),
                run.added.contains(edit.id()) ? Map.of() : shown(run, was),
                shown(run, wanted),
                clash);
        // where a new task stands is part of its being new, unless that is a question
        boolean silent = clash == Clash.NONE && run.added.contains(edit.id());
        if (!silent && !run.takes(line)) {
            return Optional.empty();
        }
        if (parent != null && gone) {
            restoring.revive(parent);
        }
        var old = new Was(task, line.id(), was, task.getPosition());
        task.moveTo(wanted, position);
        tasks.save(task);
        return Optional.of(old);
    }

    private boolean closesCircle(DraftRun run, Task task, long parent) {
        var above = find(run, parent);
        return above == null
                || above.isMilestone()
                || !circles.graph(run.project)
                        .circle(task.getNumber(), above.getNumber())
                        .isEmpty();
    }

    private boolean isBelow(DraftRun run, @Nullable Long place, long task) {
        var at = place;
        while (at != null) {
            if (at == task) {
                return true;
            }
            var here = find(run, at);
            at = here == null ? null : here.getParentId();
        }
        return false;
    }

    private @Nullable Task find(DraftRun run, long id) {
        var known = run.tasks().get(id);
        return known == null ? tasks.findById(id).orElse(null) : known;
    }

    private Map<String, @Nullable Object> shown(DraftRun run, @Nullable Long parent) {
        var above = parent == null ? null : find(run, parent);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("parent", above == null ? null : above.getNumber());
        return shown;
    }

    private static @Nullable Long id(@Nullable Object stored) {
        return stored == null ? null : DraftEdits.number(stored);
    }
}
