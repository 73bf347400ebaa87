package io.throughline.foundation.job;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.LiveEvents;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts and stops long work; it begins when the caller's transaction commits, on whichever node is free. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(signedIn = true)
public class Jobs {

    static final String TOPIC = "jobs";

    private final JdbcClient jdbc;
    private final JobQueue queue;
    private final JobHandlers handlers;
    private final LiveEvents live;
    private final Audit audit;
    private final Clock clock;

    /** The topic on which a job's page hears of progress. */
    public static String topic(long id) {
        return "job:" + id;
    }

    /**
     * @param kind of a {@link JobHandler} bean; an unknown one is a bug
     * @param payload the handler's payload
     */
    public JobId start(Viewer viewer, String kind, Object payload) {
        handlers.requirePayload(kind, payload);
        long id = jdbc.sql("select nextval('foundation.id_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into foundation.job (id, kind, payload, state, started_by, starter_name, created_at)
                        values (:id, :kind, cast(:payload as jsonb), 'QUEUED', :by, :name, :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("payload", Json.write(payload))
                .param("by", viewer.id().value())
                .param("name", viewer.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        queue.add(id);
        live.publish(TOPIC, Map.of());
        return new JobId(id);
    }

    /** Asks the job to stop; one that still waits is cancelled at once, a finished one stays as it is. */
    public void cancel(Viewer viewer, long id) {
        var before = jdbc.sql("""
                        with before as (select id, state, cancel_requested from foundation.job
                                         where id = :id and (:all or started_by = :viewer) for update)
                        update foundation.job j
                           set cancel_requested = j.cancel_requested or j.state in ('QUEUED', 'RUNNING'),
                               finished_at = case when j.state = 'QUEUED' then cast(:now as timestamptz) else j.finished_at end,
                               state = case when j.state = 'QUEUED' then 'CANCELLED' else j.state end
                          from before where j.id = before.id
                        returning before.state, before.cancel_requested
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("all", viewer.isSystem() || viewer.has(Role.ADMIN))
                .param("viewer", viewer.id().value())
                .query((row, n) -> new Cancellable(JobState.valueOf(row.getString(1)), row.getBoolean(2)))
                .optional()
                .orElseThrow(() -> new NotFound("job", id));
        note(viewer, id, before);
        live.publish(topic(id), Map.of("type", "job", "id", id));
    }

    private void note(Viewer viewer, long id, Cancellable before) {
        if (before.state == JobState.QUEUED) {
            audit.record(viewer, noted(id, "state", before.state.name(), JobState.CANCELLED.name()));
        } else if (before.state == JobState.RUNNING && !before.asked) {
            audit.record(viewer, noted(id, "cancelRequested", "false", "true"));
        }
    }

    private static AuditRecord noted(long id, String field, String before, String after) {
        return AuditRecord.change(new SubjectRef("JOB", id), "foundation.job", field, before, after);
    }

    /** @param asked whether somebody asked already */
    private record Cancellable(JobState state, boolean asked) {}
}
