package io.throughline.project.schedule;

import io.throughline.project.schedule.PlanJournal.Edit;
import io.throughline.project.schedule.PlanJournal.Kind;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a draft's changes of the live plan in the current transaction, whose plan must be locked; nothing is computed yet.
 * Tasks first, then their places, what is removed, links, and who works on them.
 */
@Component
@RequiredArgsConstructor
class DraftReplay {

    private final DraftTasks tasks;
    private final DraftPlaces places;
    private final DraftLinks links;
    private final DraftParts parts;
    private final DraftFields fields;
    private final TaskRepository repository;
    private final EntityManager entities;

    void make(DraftRun run, List<Edit> edits, @Nullable Long by) {
        var known = of(Kind.TASK, edits);
        tasks.load(run, known);
        known.stream().filter(edit -> edit.before() == null).forEach(edit -> tasks.add(run, edit, by));
        var changes = known.stream()
                .filter(edit -> edit.before() != null && !DraftEdits.isRemoval(edit))
                .toList();
        changes.forEach(edit -> tasks.change(run, edit));
        places.place(
                run, known.stream().filter(edit -> !DraftEdits.isRemoval(edit)).toList());
        tasks.remove(run, known.stream().filter(DraftEdits::isRemoval).toList());
        entities.flush();
        links.make(run, of(Kind.LINK, edits));
        parts.make(run, of(Kind.PART, edits), by);
        entities.flush();
    }

    /** With what merging has to know of the records, read now: all of what is removed, of links and of parts. */
    List<Edit> knowing(List<Edit> edits) {
        var known = new ArrayList<Edit>();
        for (var edit : edits) {
            known.add(knowing(edit));
        }
        return known;
    }

    private Edit knowing(Edit edit) {
        if (edit.before() == null || edit.after() == null) {
            return edit;
        }
        return switch (edit.kind()) {
            case TASK -> task(edit);
            case LINK -> found(TaskDependency.class, edit);
            case PART -> found(parts.type(), edit);
        };
    }

    private Edit task(Edit edit) {
        var task = repository.findById(edit.id()).orElse(null);
        if (task == null) {
            return edit;
        }
        if (DraftEdits.isRemoval(edit)) {
            return DraftEdits.removing(edit, fields.of(task));
        }
        boolean dated = DraftTasks.BY_HAND.stream().anyMatch(Objects.requireNonNull(edit.after())::containsKey);
        return dated
                ? DraftEdits.whole(edit, Map.of(DraftTasks.MODE, task.getMode().name()))
                : edit;
    }

    private Edit found(Class<?> type, Edit edit) {
        var record = entities.find(type, edit.id());
        return record == null ? edit : DraftEdits.whole(edit, fields.of(record));
    }

    private static List<Edit> of(Kind kind, List<Edit> edits) {
        return edits.stream().filter(edit -> edit.kind() == kind).toList();
    }
}
