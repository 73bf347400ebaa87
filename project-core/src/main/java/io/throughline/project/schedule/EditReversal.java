package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.PlanJournal.Edit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** Computed anew with every change, so nobody else's. */
    private static final Set<String> COMPUTED = Set.of("plannedStart", "plannedFinish");

    private static final List<String> MOMENTS = List.of("startedAt", "doneAt");

    private final TaskRepository tasks;
    private final TaskDependencyRepository dependencies;
    private final TaskBlockRepository blocks;
    private final EntityManager entities;
    private final Clock clock;

    void task(ProjectAccess project, Edit edit) {
        var task = tasks.findById(edit.id()).orElseThrow(() -> overtaken(project, edit.id()));
        if (edit.before() == null) {
            if (tasks.existsByParentIdAndDeletedAtIsNull(edit.id())) {
                throw overtaken(project, task.getNumber());
            }
            task.delete(clock.instant());
        } else {
            revert(project, task, task.getNumber(), edit.before(), Objects.requireNonNull(edit.after()));
            if (task.isBlocked() && blocks.findByTaskIdAndUntilIsNull(edit.id()).isEmpty()) {
                blocks.save(new TaskBlock(edit.id(), Objects.requireNonNull(task.getBlockedReason()), clock.instant()));
            }
        }
        tasks.saveAndFlush(task);
    }

    void link(ProjectAccess project, Edit edit) {
        var ends = Objects.requireNonNull(edit.before() == null ? edit.after() : edit.before());
        long from = number(ends.get("predecessorId"));
        long to = number(ends.get("successorId"));
        var known = dependencies.findByPredecessorIdAndSuccessorId(from, to);
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
        entities.flush();
    }

    /** A part that went comes back under a new id. */
    void part(ProjectAccess project, Edit edit) {
        var type = entities.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(TaskPart.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        var known = entities.find(type, edit.id());
        if (edit.after() == null) {
            entities.persist(filled(type, Objects.requireNonNull(edit.before())));
        } else if (known == null) {
            throw overtaken(project, edit.id());
        } else if (edit.before() == null) {
            entities.remove(known);
        } else {
            revert(project, known, edit.id(), edit.before(), edit.after());
        }
        entities.flush();
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
        return new RuleViolation("project.schedule.undoOvertaken", project.key() + "-" + number);
    }
}
