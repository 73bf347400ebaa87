package io.throughline.project.schedule;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes what a transaction changes of tasks and links, field by field, so that it can be taken back. */
@Component
class PlanJournal implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    /** Bookkeeping, and what follows from the tasks below. */
    static final Set<String> LEFT_OUT =
            Set.of("version", "createdAt", "createdBy", "changedAt", "changedBy", "summary");

    /**
     * One record's change.
     *
     * @param before values of the changed fields; null for a record that is new
     * @param after the same fields; null for one that is gone
     */
    record Edit(
            Kind kind,
            long id,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {}

    enum Kind {
        TASK,
        LINK,
        /** A {@link TaskPart} of another feature. */
        PART
    }

    PlanJournal(EntityManagerFactory factory) {
        var registry = factory.unwrap(SessionFactoryImplementor.class).getEventListenerRegistry();
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
    }

    /** All edits of the transaction so far; from now on it begins anew. */
    List<Edit> take() {
        var edits = TransactionSynchronizationManager.getResource(this);
        if (!(edits instanceof Edits noted)) {
            return List.of();
        }
        var taken = noted.merged();
        noted.list.clear();
        return taken;
    }

    /**
     * The tasks edited so far, where no edit changed what the plan consists of: no task or link came, went, or moved in
     * the tree.
     */
    Optional<Set<Long>> withinTasks() {
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Edits noted)) {
            return Optional.of(Set.of());
        }
        return noted.list.stream().allMatch(PlanJournal::isWithinTask)
                ? Optional.of(noted.list.stream().map(PlanJournal::task).collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** What the transaction changed of a task so far; empty where nothing. */
    Optional<Edit> of(long task) {
        return TransactionSynchronizationManager.getResource(this) instanceof Edits noted
                ? noted.merged().stream()
                        .filter(edit -> edit.kind() == Kind.TASK && edit.id() == task)
                        .findFirst()
                : Optional.empty();
    }

    private static Long task(Edit edit) {
        if (edit.kind() != Kind.PART) {
            return edit.id();
        }
        var known = edit.after() == null ? edit.before() : edit.after();
        return (Long) Objects.requireNonNull(Objects.requireNonNull(known).get("taskId"));
    }

    private static boolean isWithinTask(Edit edit) {
        return edit.kind() == Kind.PART || edit.kind() == Kind.TASK && isWithin(edit);
    }

    private static boolean isWithin(Edit edit) {
        return edit.before() != null
                && edit.after() != null
                && Collections.disjoint(edit.before().keySet(), Set.of("parentId", "deletedAt", "kind"))
                && !isCancelled(edit.before())
                && !isCancelled(edit.after());
    }

    private static boolean isCancelled(Map<String, @Nullable Object> fields) {
        return fields.get("state") instanceof TaskState state && state.getStatus() == TaskStatus.CANCELLED;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        note(event.getEntity(), event.getId(), null, all(event.getPersister(), event.getState()));
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        note(event.getEntity(), event.getId(), all(event.getPersister(), event.getDeletedState()), null);
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        var dirty = event.getDirtyProperties();
        var old = event.getOldState();
        if (dirty == null || old == null) {
            return;
        }
        var names = event.getPersister().getPropertyNames();
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>();
        for (int property : dirty) {
            if (!LEFT_OUT.contains(names[property])) {
                before.put(names[property], old[property]);
                after.put(names[property], event.getState()[property]);
            }
        }
        if (!before.isEmpty()) {
            note(event.getEntity(), event.getId(), before, after);
        }
    }

    private void note(
            Object entity,
            Object id,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        var kind = kind(entity);
        if (kind == null || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        if (before != null && after != null && entity instanceof TaskDependency link) {
            var ends = Map.of("predecessorId", link.getPredecessorId(), "successorId", link.getSuccessorId());
            before.putAll(ends);
            after.putAll(ends);
        }
        if (before != null && after != null && entity instanceof TaskPart part) {
            part.identity().forEach(before::putIfAbsent);
            part.identity().forEach(after::putIfAbsent);
        }
        open().list.add(new Edit(kind, (Long) id, before, after));
    }

    private static @Nullable Kind kind(Object entity) {
        if (entity instanceof Task) {
            return Kind.TASK;
        }
        return entity instanceof TaskDependency ? Kind.LINK : entity instanceof TaskPart ? Kind.PART : null;
    }

    private Edits open() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Edits known) {
            return known;
        }
        var edits = new Edits();
        TransactionSynchronizationManager.bindResource(this, edits);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(PlanJournal.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(PlanJournal.this, edits);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(PlanJournal.this);
            }
        });
        return edits;
    }

    private static Map<String, @Nullable Object> all(EntityPersister persister, @Nullable Object[] state) {
        var names = persister.getPropertyNames();
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < names.length; i++) {
            if (!LEFT_OUT.contains(names[i])) {
                all.put(names[i], state[i]);
            }
        }
        return all;
    }

    private static final class Edits {

        private final List<Edit> list = new ArrayList<>();

        /** One edit a record: from its first state to its last. */
        private List<Edit> merged() {
            var byRecord = new LinkedHashMap<String, Edit>();
            for (var edit : list) {
                byRecord.merge(edit.kind() + " " + edit.id(), edit, Edits::joined);
            }
            return byRecord.values().stream().filter(Edits::says).toList();
        }

        private static Edit joined(Edit first, Edit second) {
            return new Edit(
                    first.kind(),
                    first.id(),
                    first.before() == null ? null : overlaid(second.before(), first.before()),
                    second.after() == null ? null : overlaid(first.after(), second.after()));
        }

        private static Map<String, @Nullable Object> overlaid(
                @Nullable Map<String, @Nullable Object> below, Map<String, @Nullable Object> above) {
            var both = new LinkedHashMap<String, @Nullable Object>(below == null ? Map.of() : below);
            both.putAll(above);
            return both;
        }

        /** Made and gone again, or changed to and fro, is nothing. */
        private static boolean says(Edit edit) {
            return !Objects.equals(edit.before(), edit.after());
        }
    }
}
