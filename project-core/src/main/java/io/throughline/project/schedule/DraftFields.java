package io.throughline.project.schedule;

import io.throughline.project.schedule.PlanJournal.Edit;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.hibernate.ReplicationMode;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Fields of tasks, links and parts as plain values, by name. */
@Component
@RequiredArgsConstructor
class DraftFields {

    /** Kept to the microsecond by the database alone: of these only counts whether there is one. */
    private static final List<String> MOMENTS = List.of("startedAt", "doneAt");

    private final EntityManager entities;
    private final Clock clock;

    /** All but bookkeeping and what follows from other fields. */
    Map<String, @Nullable Object> of(Object entity) {
        var persister = session().getEntityPersister(null, entity);
        var names = persister.getPropertyNames();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < names.length; i++) {
            if (!PlanJournal.LEFT_OUT.contains(names[i])) {
                fields.put(names[i], plain(persister.getValue(entity, i)));
            }
        }
        return fields;
    }

    /** These fields alone. */
    static Map<String, @Nullable Object> only(Map<String, @Nullable Object> fields, Set<String> names) {
        var some = new LinkedHashMap<String, @Nullable Object>();
        names.forEach(name -> {
            if (fields.containsKey(name)) {
                some.put(name, fields.get(name));
            }
        });
        return some;
    }

    void set(Object entity, Map<String, @Nullable Object> fields) {
        fill(session().getEntityPersister(null, entity), entity, fields);
    }

    /** Under the id it has in the draft. */
    Object insert(Class<?> type, Edit edit, @Nullable Long by) {
        var session = session();
        var persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        var entity = persister.instantiate(edit.id(), session);
        var fields = new LinkedHashMap<String, @Nullable Object>(Objects.requireNonNull(edit.after()));
        var now = clock.instant();
        fields.put("version", 0);
        fields.put("createdAt", now);
        fields.put("createdBy", by);
        fields.put("changedAt", now);
        fields.put("changedBy", by);
        fill(persister, entity, fields);
        entities.unwrap(Session.class).replicate(entity, ReplicationMode.EXCEPTION);
        return entity;
    }

    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(comparable(one), comparable(other));
    }

    /** The same in all of these fields. */
    static boolean areSame(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other, Set<String> names) {
        return names.stream().allMatch(name -> isSame(one.get(name), other.get(name)));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return PlanChanges.JSON.readValue(PlanChanges.JSON.writeValueAsString(value), Object.class);
    }

    private static Object comparable(@Nullable Object value) {
        var tree = PlanChanges.JSON.readTree(PlanChanges.JSON.writeValueAsString(value));
        if (tree instanceof ObjectNode parts) {
            parts.remove(MOMENTS);
        }
        return tree.isNumber() ? tree.decimalValue().stripTrailingZeros() : tree;
    }

    private static void fill(EntityPersister persister, Object entity, Map<String, @Nullable Object> fields) {
        var names = persister.getPropertyNames();
        var types = persister.getPropertyTypes();
        for (int i = 0; i < names.length; i++) {
            if (fields.containsKey(names[i])) {
                var value = fields.get(names[i]);
                persister.setValue(
                        entity,
                        i,
                        value == null ? null : PlanChanges.JSON.convertValue(value, types[i].getReturnedClass()));
            }
        }
    }

    private SharedSessionContractImplementor session() {
        return entities.unwrap(SharedSessionContractImplementor.class);
    }
}
