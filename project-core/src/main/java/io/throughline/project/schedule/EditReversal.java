package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.PlanJournal.Edit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the old values of an edit back into the record, where the new ones are still there. */
@Component
@RequiredArgsConstructor
class EditReversal {

    static final String OVERTAKEN = "project.schedule.undoOvertaken";

    /** Computed anew with every change, so nobody else's. */
    private static final Set<String> COMPUTED = Set.of("plannedStart", "plannedFinish");

    private static final List<String> MOMENTS = List.of("startedAt", "doneAt");

    private final TaskRepository tasks;
    private final TaskDependencyRepository dependencies;
    private final TaskBlockRepository blocks;
    private final EntityManager entities;
    private final Clock clock;

    /**
     * Tasks first: links and parts need them.
     *
     * @return ids of the tasks among the edits
     */
    List<Long> of(ProjectAccess project, List<Edit> edits) {
        var touched = edits.stream()
                .filter(edit -> edit.kind() == PlanJournal.Kind.TASK)
                .map(Edit::id)
                .toList();
        var known = tasks.findByIdIn(touched).stream().collect(Collectors.toMap(Task::requireId, Function.identity()));
        var now = clock.instant();
        for (var edit : edits) {
            if (edit.kind() == PlanJournal.Kind.TASK) {
                var task = known.get(edit.id());
                if (task == null) {
                    throw overtaken(project, edit.id());
                }
                task(project, task, edit, now);
            }
        }
        entities.flush();
        refuseOrphans(project, known.values());
        links(
                project,
                edits.stream()
                        .filter(edit -> edit.kind() == PlanJournal.Kind.LINK)
                        .toList());
        edits.stream().filter(edit -> edit.kind() == PlanJournal.Kind.PART).forEach(edit -> part(project, edit));
        entities.flush();
        return touched;
    }

    private void links(ProjectAccess project, List<Edit> edits) {
        var successors = edits.stream()
                .map(edit -> number(ends(edit).get("successorId")))
                .collect(Collectors.toSet());
        var known = new HashMap<String, TaskDependency>();
        if (!successors.isEmpty()) {
            dependencies
                    .findBySuccessorIdIn(successors)
                    .forEach(link -> known.put(link.getPredecessorId() + " " + link.getSuccessorId(), link));
        }
        for (var edit : edits) {
            var ends = ends(edit);
            var pair = number(ends.get("predecessorId")) + " " + number(ends.get("successorId"));
            link(project, edit, Optional.ofNullable(known.get(pair)));
        }
        entities.flush();
    }

    private static Map<String, @Nullable Object> ends(Edit edit) {
        return Objects.requireNonNull(edit.before() == null ? edit.after() : edit.before());
    }

    /** Nobody has put anything below a task that goes again. */
    private void refuseOrphans(ProjectAccess project, Collection<Task> touched) {
        var gone = touched.stream().filter(Task::isDeleted).toList();
        if (gone.isEmpty()) {
            return;
        }
        var parents = tasks.livingParents(gone.stream().map(Task::requireId).toList());
        gone.stream()
                .filter(task -> parents.contains(task.requireId()))
                .findFirst()
                .ifPresent(task -> {
                    throw overtaken(project, task.getNumber());
                });
    }

    private void task(ProjectAccess project, Task task, Edit edit, Instant now) {
        if (edit.before() == null) {
            task.delete(now);
        } else {
            revert(project, task, task.getNumber(), edit.before(), Objects.requireNonNull(edit.after()));
            if (task.isBlocked() && blocks.findByTaskIdAndUntilIsNull(edit.id()).isEmpty()) {
                blocks.save(new TaskBlock(edit.id(), Objects.requireNonNull(task.getBlockedReason()), now));
            }
        }
        tasks.save(task);
    }

    private void link(ProjectAccess project, Edit edit, Optional<TaskDependency> known) {
        var ends = ends(edit);
        long from = number(ends.get("predecessorId"));
        long to = number(ends.get("successorId"));
        if (edit.before() == null) {
            known.ifPresent(dependencies::delete);
        } else if (edit.after() == null) {
            if (known.isPresent()) {
                throw overtaken(project, to);
            }
            var link = new TaskDependency(project.id().value(), from, to);
            link.drive(
                    DependencyType.valueOf(String.valueOf(edit.before().get("type"))),
                    number(edit.before().get("lagMinutes")),
                    LagUnit.valueOf(String.valueOf(edit.before().get("lagUnit"))));
            dependencies.save(link);
        } else {
            var link = known.orElseThrow(() -> overtaken(project, to));
            revert(project, link, to, edit.before(), edit.after());
            dependencies.save(link);
        }
    }

    /** A part that went comes back under a new id; later edits of it find it by what it is. */
    private void part(ProjectAccess project, Edit edit) {
        var type = entities.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(TaskPart.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        var known = type.cast(known(type, edit));
        if (edit.after() == null) {
            entities.persist(filled(type, Objects.requireNonNull(edit.before())));
        } else if (known == null) {
            throw overtaken(project, edit.id());
        } else if (edit.before() == null) {
            entities.remove(known);
        } else {
            revert(project, known, edit.id(), edit.before(), edit.after());
        }
    }

    private @Nullable Object known(Class<?> type, Edit edit) {
        var known = entities.find(type, edit.id());
        var now = edit.after();
        if (known != null || now == null) {
            return known;
        }
        return entities.createQuery("select p from " + type.getName() + " p where p.taskId = :task", TaskPart.class)
                .setParameter("task", now.get("taskId") instanceof Number task ? task.longValue() : 0L)
                .getResultStream()
                .filter(part -> part.identity().entrySet().stream()
                        .allMatch(field -> isSame(field.getValue(), now.get(field.getKey()))))
                .findFirst()
                .orElse(null);
    }

    private Object filled(Class<?> type, Map<String, @Nullable Object> fields) {
        var session = entities.unwrap(SharedSessionContractImplementor.class);
        var persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        var entity = persister.instantiate(null, session);
        var names = persister.getPropertyNames();
        var types = persister.getPropertyTypes();
        for (int i = 0; i < names.length; i++) {
            if (fields.containsKey(names[i])) {
                persister.setValue(entity, i, value(fields.get(names[i]), types[i].getReturnedClass()));
            }
        }
        return entity;
    }

    private void revert(
            ProjectAccess project,
            Object entity,
            long number,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        var persister = persister(entity);
        var names = persister.getPropertyNames();
        var types = persister.getPropertyTypes();
        for (int i = 0; i < names.length; i++) {
            if (before.containsKey(names[i])) {
                var type = types[i].getReturnedClass();
                var now = persister.getValue(entity, i);
                if (!COMPUTED.contains(names[i]) && !isSame(now, after.get(names[i]))) {
                    throw overtaken(project, number);
                }
                persister.setValue(entity, i, value(before.get(names[i]), type));
            }
        }
    }

    private EntityPersister persister(Object entity) {
        return entities.unwrap(SharedSessionContractImplementor.class).getEntityPersister(null, entity);
    }

    /** Moments are kept to the microsecond by the database alone: of these only counts whether there is one. */
    private static boolean isSame(@Nullable Object now, @Nullable Object stored) {
        return now instanceof Instant ? stored != null : tree(now).equals(tree(stored));
    }

    private static JsonNode tree(@Nullable Object value) {
        var tree = PlanChanges.JSON.readTree(PlanChanges.JSON.writeValueAsString(value));
        if (tree instanceof ObjectNode parts) {
            parts.remove(MOMENTS);
        }
        return tree;
    }

    private static @Nullable Object value(@Nullable Object stored, Class<?> type) {
        return stored == null ? null : PlanChanges.JSON.convertValue(stored, type);
    }

    private static long number(@Nullable Object stored) {
        return ((Number) Objects.requireNonNull(stored)).longValue();
    }

    private static RuleViolation overtaken(ProjectAccess project, long number) {
        return new RuleViolation(OVERTAKEN, project.key() + "-" + number);
    }
}
