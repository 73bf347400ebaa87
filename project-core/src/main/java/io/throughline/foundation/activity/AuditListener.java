package io.throughline.foundation.activity;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.CurrentActor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.AbstractDatabaseOperationEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes every change of every entity, field by field with old and new value, and writes the notes in one batch right
 * before the transaction that made them commits; no change without its note, no note without its change.
 */
@Component
@RequiredArgsConstructor
class AuditListener
        implements PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PostCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener {

    private final transient SubjectAccesses accesses;
    private final transient Clock clock;
    private final transient Map<EventSource, List<AuditEntry>> notes = new ConcurrentHashMap<>();
    private final transient Map<String, AuditFields> fields = new ConcurrentHashMap<>();

    @Override
    public void onPostInsert(PostInsertEvent event) {
        var all = fields(event.getPersister()).describe(event.getState());
        note(event, AuditAction.CREATED, null, null, all);
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        var all = fields(event.getPersister()).describe(event.getDeletedState());
        note(event, AuditAction.DELETED, null, all, null);
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        fields(event.getPersister())
                .changes(event.getDirtyProperties(), event.getOldState(), event.getState())
                .forEach(change -> note(event, AuditAction.CHANGED, change.field(), change.before(), change.after()));
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        note(event, null, AuditFields.elements(event.getCollection()));
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        note(event, AuditFields.snapshot(event.getCollection()), AuditFields.elements(event.getCollection()));
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        note(event, AuditFields.snapshot(event.getCollection()), null);
    }

    private AuditFields fields(EntityPersister persister) {
        return fields.computeIfAbsent(persister.getEntityName(), name -> new AuditFields(persister));
    }

    private void note(
            AbstractDatabaseOperationEvent event,
            AuditAction action,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after) {
        if (event.getSession() instanceof EventSource session) {
            var entity = event.getEntity();
            var table = event.getPersister().getIdentifierTableName();
            note(session, entity, event.getId(), table, action, field, before, after);
        }
    }

    /** Parts that are entities of their own are noted by themselves. */
    private void note(AbstractCollectionEvent event, @Nullable String before, @Nullable String after) {
        var persister = event.getCollectionPersister();
        var owner = event.getAffectedOwnerOrNull();
        if (owner == null || persister == null || persister.getElementType().isEntityType()) {
            return;
        }
        var field = persister.getRole().substring(persister.getRole().lastIndexOf('.') + 1);
        if (Objects.equals(before, after) || after == null && before == null) {
            return;
        }
        var table = persister.getOwnerEntityPersister().getIdentifierTableName();
        var id = event.getAffectedOwnerIdOrNull();
        note(event.getSession(), owner, id, table, AuditAction.CHANGED, field, before, after);
    }

    private void note(
            EventSource session,
            Object entity,
            @Nullable Object id,
            String table,
            AuditAction action,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after) {
        var recordId = id instanceof Long number ? number : null;
        var record = new AuditRecord(action, table, recordId, subject(entity, recordId), field, before, after);
        var actor = AuditEntry.Actor.of(CurrentActor.get().orElse(null));
        var version = entity instanceof Aggregate aggregate ? aggregate.getVersion() : null;
        notes.computeIfAbsent(session, this::open).add(new AuditEntry(clock.instant(), actor, record, version));
    }

    private List<AuditEntry> open(EventSource session) {
        var queue = session.getActionQueue();
        queue.registerCallback((org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback)
                ignored -> write(session));
        queue.registerCallback((org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback)
                (success, ignored) -> notes.remove(session));
        return new ArrayList<>();
    }

    private void write(EventSource session) {
        var entries = notes.remove(session);
        if (entries != null) {
            session.doWork(connection -> Audit.write(connection, entries));
        }
    }

    private @Nullable SubjectRef subject(Object entity, @Nullable Long id) {
        if (entity instanceof Audited audited) {
            return audited.auditSubject();
        }
        var type = entity.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
        return id != null && accesses.knows(type) ? new SubjectRef(type, id) : null;
    }
}
