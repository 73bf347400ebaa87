package io.throughline.project.schedule;

import io.throughline.project.schedule.DraftLine.Clash;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.project.schedule.PlanJournal.Edit;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes what a draft changes of tasks themselves, against the live plan field by field: what is live as the draft found it
 * takes the draft's value; what is live as the draft has it is left; anything else is a clash. Fields that only make sense
 * together count as one.
 */
@Component
@RequiredArgsConstructor
class DraftTasks {

    static final String MODE = "mode";
    static final Set<String> BY_HAND = Set.of("plannedStart", "plannedFinish");

    private final TaskRepository tasks;
    private final TaskBlockRepository blocks;
    private final TaskDesk desk;
    private final DraftFields fields;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** New tasks stand at the top until they get their places. */
    void add(DraftRun run, Edit edit, @Nullable Long by) {
        var after = Objects.requireNonNull(edit.after());
        boolean removed = after.get(DraftEdits.DELETED) != null;
        if (removed) {
            run.away.add(edit.id());
            if (run.isMerge()) {
                return;
            }
        }
        int number = free(run, (int) DraftEdits.number(after.get("number")));
        var given = new LinkedHashMap<>(after);
        given.put("number", number);
        given.put("parentId", null);
        var task = (Task) fields.insert(Task.class, new Edit(edit.kind(), edit.id(), null, given), by);
        run.tasks().put(edit.id(), task);
        run.added.add(edit.id());
        if (!removed) {
            var shown = DraftFields.only(
                    after, Set.of("name", "kind", "durationMinutes", "effortMinutes", "constraintDate"));
            run.takes(DraftRun.line(task, Matter.ADDED, Map.of(), Map.of(), shown, Clash.NONE));
        }
    }

    void change(DraftRun run, Edit edit) {
        var task = run.tasks().get(edit.id());
        if (task == null) {
            return;
        }
        var before = Objects.requireNonNull(edit.before());
        var after = Objects.requireNonNull(edit.after());
        if (task.isDeleted()) {
            var line = DraftRun.line(task, Matter.GONE, told(before), Map.of(), told(after), Clash.OPEN);
            if (!run.takes(line)) {
                run.tasks().remove(edit.id());
                run.away.add(edit.id());
                return;
            }
            revive(task);
        }
        var live = fields.of(task);
        var groups = new EnumMap<Matter, Set<String>>(Matter.class);
        after.keySet().stream()
                .filter(field -> !field.equals(DraftEdits.DELETED))
                .forEach(field -> groups.computeIfAbsent(Matter.of(field), matter -> new LinkedHashSet<>())
                        .add(field));
        groups.remove(Matter.PLACE);
        groups.forEach((matter, names) -> change(run, task, matter, told(names, before, after), live, edit));
    }

    private void change(
            DraftRun run, Task task, Matter matter, Set<String> names, Map<String, @Nullable Object> live, Edit edit) {
        var before = DraftFields.only(Objects.requireNonNull(edit.before()), names);
        var after = DraftFields.only(Objects.requireNonNull(edit.after()), names);
        if (names.isEmpty() || DraftFields.areSame(live, after, names)) {
            return;
        }
        var clash = DraftFields.areSame(live, before, compared(names, before, live)) ? Clash.NONE : Clash.OPEN;
        var line = DraftRun.line(
                task,
                matter,
                shown(matter, before),
                shown(matter, DraftFields.only(live, names)),
                shown(matter, after),
                clash);
        if (run.takes(line)) {
            fields.set(task, after);
            if (!task.isBlocked()) {
                blocks.findByTaskIdAndUntilIsNull(task.requireId()).ifPresent(block -> {
                    block.end(clock.instant());
                    blocks.save(block);
                });
            }
        }
    }

    /** Dates are somebody's only where a person set them; elsewhere they follow. */
    private static Set<String> told(
            Set<String> names, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        if (!names.contains(MODE) || isManual(after)) {
            return names;
        }
        return isManual(before) ? Set.of(MODE) : Set.of();
    }

    private static Set<String> compared(
            Set<String> names, Map<String, @Nullable Object> before, Map<String, @Nullable Object> live) {
        return names.contains(MODE) && !(isManual(before) && isManual(live)) ? Set.of(MODE) : names;
    }

    private static boolean isManual(Map<String, @Nullable Object> task) {
        return ScheduleMode.MANUAL.name().equals(task.get(MODE));
    }

    /**
     * Takes tasks out with all below them, after everything else got its place. Where the live plan changed one since, or
     * put others below it, that is a clash; a task that stays keeps those above it.
     */
    void remove(DraftRun run, List<Edit> removals) {
        var ids = removals.stream().map(Edit::id).collect(Collectors.toSet());
        var going = new LinkedHashSet<Task>();
        var kept = new LinkedHashSet<Long>();
        for (var edit : removals) {
            var task = run.tasks().get(edit.id());
            if (task == null || task.isDeleted()) {
                continue;
            }
            var before = Objects.requireNonNull(edit.before());
            var live = fields.of(task);
            var names = new LinkedHashSet<>(before.keySet());
            names.removeAll(Set.of(DraftEdits.DELETED, "position"));
            if (!isManual(live)) {
                names.removeAll(BY_HAND);
            }
            if (task.isSummary()) {
                names.removeAll(Set.of("state", "effortMinutes", "durationMinutes"));
            }
            boolean grown = tasks.descendants(edit.id()).stream().anyMatch(below -> !ids.contains(below.requireId()));
            var clash = DraftFields.areSame(live, before, names) && !grown ? Clash.NONE : Clash.OPEN;
            var changed = names.stream()
                    .filter(name -> !DraftFields.isSame(live.get(name), before.get(name)))
                    .collect(Collectors.toSet());
            var line = DraftRun.line(
                    task,
                    Matter.REMOVED,
                    told(DraftFields.only(before, changed)),
                    told(DraftFields.only(live, changed)),
                    Map.of(),
                    clash);
            if (run.takes(line)) {
                going.add(task);
            } else {
                keep(task, kept);
            }
        }
        var now = clock.instant();
        for (var task : going) {
            if (!kept.contains(task.requireId())) {
                tasks.descendants(task.requireId()).forEach(below -> delete(run, below, now));
                delete(run, task, now);
            }
        }
    }

    private void delete(DraftRun run, Task task, Instant now) {
        task.delete(now);
        tasks.save(task);
        run.away.add(task.requireId());
    }

    private void keep(Task task, Set<Long> kept) {
        for (@Nullable Task at = task; at != null && kept.add(at.requireId()); ) {
            at = at.getParentId() == null
                    ? null
                    : tasks.findById(at.getParentId()).orElse(null);
        }
    }

    /** Brings it back, with those above it. */
    void revive(Task task) {
        for (@Nullable Task at = task; at != null && at.isDeleted(); ) {
            at.undelete();
            tasks.save(at);
            at = at.getParentId() == null
                    ? null
                    : tasks.findById(at.getParentId()).orElse(null);
        }
    }

    /** The draft's own number, unless the live plan has given it to somebody else. */
    private int free(DraftRun run, int number) {
        boolean taken =
                tasks.findByProjectIdAndNumber(run.project.id().value(), number).isPresent();
        return taken ? desk.numbers(run.project.id().value(), 1) : number;
    }

    private Map<String, @Nullable Object> shown(Matter matter, Map<String, @Nullable Object> values) {
        return matter == Matter.ASSIGNEE ? named(values) : values;
    }

    /** Fields of several matters; whom ids mean is added by name and number. */
    private Map<String, @Nullable Object> told(Map<String, @Nullable Object> fields) {
        var told = new LinkedHashMap<>(fields);
        told.remove(DraftEdits.DELETED);
        if (!isManual(fields)) {
            told.remove(MODE);
            told.keySet().removeAll(BY_HAND);
        }
        if (fields.containsKey("assigneeId")) {
            told.putAll(named(fields));
        }
        if (fields.get("parentId") instanceof Number parent) {
            told.put(
                    "parent",
                    tasks.findById(parent.longValue()).map(Task::getNumber).orElse(null));
        }
        return told;
    }

    private Map<String, @Nullable Object> named(Map<String, @Nullable Object> values) {
        var user = values.get("assigneeId");
        var name = user == null
                ? null
                : jdbc.sql("select name from foundation.app_user where id = ?")
                        .param(DraftEdits.number(user))
                        .query(String.class)
                        .optional()
                        .orElse(null);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("assignee", name);
        return shown;
    }

    /** Those the edits speak of, live or not. */
    void load(DraftRun run, Collection<Edit> edits) {
        var ids = edits.stream().map(Edit::id).collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            tasks.findByIdIn(ids).forEach(task -> run.tasks().put(task.requireId(), task));
        }
    }
}
