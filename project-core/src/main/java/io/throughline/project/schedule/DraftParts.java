package io.throughline.project.schedule;

import io.throughline.project.schedule.DraftLine.Clash;
import io.throughline.project.schedule.DraftLine.Matter;
import io.throughline.project.schedule.PlanJournal.Edit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes what a draft changes of who works on tasks; each assignment counts as one. */
@Component
@RequiredArgsConstructor
class DraftParts {

    private static final String TASK = "taskId";
    private static final String RESOURCE = "resourceId";
    private static final Set<String> AMOUNTS = Set.of(RESOURCE, "units", "workMinutes");

    private final TaskRepository tasks;
    private final EntityManager entities;
    private final DraftFields fields;
    private final ObjectProvider<TaskCrews> crews;

    /** After tasks: those who leave first, so that others can take their place. */
    void make(DraftRun run, List<Edit> edits, @Nullable Long by) {
        if (edits.isEmpty()) {
            return;
        }
        var crew = new Crew(parts(edits), people(edits));
        edits.stream().filter(edit -> edit.after() == null).forEach(edit -> leave(run, crew, edit));
        entities.flush();
        edits.stream()
                .filter(edit -> edit.after() != null && edit.before() != null)
                .forEach(edit -> change(run, crew, edit, by));
        entities.flush();
        edits.stream()
                .filter(edit -> edit.after() != null && edit.before() == null)
                .forEach(edit -> join(run, crew, edit, by));
        entities.flush();
    }

    /** @param parts all of the tasks that the edits speak of, by id */
    private record Crew(Map<Long, TaskPart> parts, Map<Long, TaskCrews.Somebody> people) {

        Optional<TaskPart> of(long task, long resource) {
            return parts.values().stream()
                    .filter(part -> part.getTaskId() == task && part.getResourceId() == resource)
                    .findFirst();
        }
    }

    private void leave(DraftRun run, Crew crew, Edit edit) {
        var before = Objects.requireNonNull(edit.before());
        var task = task(run, before).orElse(null);
        var part = crew.parts().get(edit.id());
        if (task == null || part == null) {
            return;
        }
        var live = fields.of(part);
        var clash = DraftFields.areSame(live, before, AMOUNTS) ? Clash.NONE : Clash.OPEN;
        if (run.takes(line(crew, task, before, live, null, clash))) {
            crew.parts().remove(edit.id());
            entities.remove(part);
        }
    }

    private void change(DraftRun run, Crew crew, Edit edit, @Nullable Long by) {
        var before = Objects.requireNonNull(edit.before());
        var after = Objects.requireNonNull(edit.after());
        var task = task(run, after).orElse(null);
        if (task == null) {
            return;
        }
        var part = crew.parts().get(edit.id());
        var live = part == null ? null : fields.of(part);
        if (live != null && DraftFields.areSame(live, after, AMOUNTS)) {
            return;
        }
        var rival = crew.of(task.requireId(), DraftEdits.number(after.get(RESOURCE)));
        boolean taken = rival.isPresent() && rival.get() != part;
        var clash = task.isDeleted() || taken
                ? Clash.IMPOSSIBLE
                : live != null && DraftFields.areSame(live, before, AMOUNTS) ? Clash.NONE : Clash.OPEN;
        if (run.takes(line(crew, task, before, live, after, clash))) {
            if (part == null) {
                fields.insert(type(), new Edit(edit.kind(), edit.id(), null, after), by);
            } else {
                fields.set(part, after);
            }
        }
    }

    private void join(DraftRun run, Crew crew, Edit edit, @Nullable Long by) {
        var after = Objects.requireNonNull(edit.after());
        var task = task(run, after).orElse(null);
        if (task == null) {
            return;
        }
        var known = crew.of(task.requireId(), DraftEdits.number(after.get(RESOURCE)));
        var live = known.map(fields::of).orElse(null);
        if (live != null && DraftFields.areSame(live, after, AMOUNTS)) {
            return;
        }
        var clash = task.isDeleted() ? Clash.IMPOSSIBLE : live != null ? Clash.OPEN : Clash.NONE;
        if (run.takes(line(crew, task, null, live, after, clash))) {
            known.ifPresentOrElse(part -> fields.set(part, after), () -> fields.insert(type(), edit, by));
        }
    }

    /** Users among those the edits put to work. */
    Set<Long> users(Collection<Edit> edits) {
        return people(edits).values().stream()
                .map(TaskCrews.Somebody::user)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Optional<Task> task(DraftRun run, Map<String, @Nullable Object> part) {
        long id = DraftEdits.number(part.get(TASK));
        if (run.away.contains(id)) {
            return Optional.empty();
        }
        var known = run.tasks().get(id);
        return known == null ? tasks.findById(id) : Optional.of(known);
    }

    private Map<Long, TaskPart> parts(List<Edit> edits) {
        var ids = sides(edits).map(side -> DraftEdits.number(side.get(TASK))).collect(Collectors.toSet());
        var found = entities.createQuery(
                        "select p from "
                                + entities.getMetamodel().entity(type()).getName() + " p where p.taskId in :ids",
                        TaskPart.class)
                .setParameter("ids", ids)
                .getResultList();
        var parts = new LinkedHashMap<Long, TaskPart>();
        found.forEach(part -> parts.put(
                (Long) entities.getEntityManagerFactory()
                        .getPersistenceUnitUtil()
                        .getIdentifier(part),
                part));
        return parts;
    }

    private Map<Long, TaskCrews.Somebody> people(Collection<Edit> edits) {
        var ids =
                sides(edits).map(side -> DraftEdits.number(side.get(RESOURCE))).collect(Collectors.toSet());
        var known = crews.getIfAvailable();
        return known == null || ids.isEmpty() ? Map.of() : known.people(ids);
    }

    private static Stream<Map<String, @Nullable Object>> sides(Collection<Edit> edits) {
        var sides = new ArrayList<Map<String, @Nullable Object>>();
        for (var edit : edits) {
            if (edit.before() != null) {
                sides.add(edit.before());
            }
            if (edit.after() != null) {
                sides.add(edit.after());
            }
        }
        return sides.stream();
    }

    Class<?> type() {
        return entities.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(TaskPart.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
    }

    private static DraftLine line(
            Crew crew,
            Task task,
            @Nullable Map<String, @Nullable Object> base,
            @Nullable Map<String, @Nullable Object> live,
            @Nullable Map<String, @Nullable Object> draft,
            Clash clash) {
        var one = draft == null ? Objects.requireNonNull(base) : draft;
        return new DraftLine(
                "a" + task.getNumber() + "-" + one.get(RESOURCE),
                task.getNumber(),
                task.getName(),
                Matter.ASSIGNMENT,
                null,
                shown(crew, base),
                shown(crew, live),
                shown(crew, draft),
                clash);
    }

    private static Map<String, @Nullable Object> shown(Crew crew, @Nullable Map<String, @Nullable Object> part) {
        if (part == null) {
            return Map.of();
        }
        var shown = new LinkedHashMap<String, @Nullable Object>();
        var person = crew.people().get(DraftEdits.number(part.get(RESOURCE)));
        shown.put("resource", person == null ? null : person.name());
        shown.put("units", part.get("units"));
        shown.put("workMinutes", part.get("workMinutes"));
        return shown;
    }
}
