package io.throughline.foundation.job;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.LiveEvents;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of jobs, written in transactions of their own: progress must be seen while the handler's transaction is open.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
@RequiredArgsConstructor
class JobRecords {

    private final JdbcClient jdbc;
    private final LiveEvents live;
    private final Notifications notifications;
    private final Clock clock;

    /** Empty when the job is over or gone. */
    Optional<ClaimedJob> claim(long id) {
        var claimed = jdbc.sql("""
                        update foundation.job
                           set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, :now)
                         where id = :id and state in ('QUEUED', 'RUNNING')
                        returning id, kind, payload, started_by, starter_name, attempts, cancel_requested
                        """)
                .param("id", id)
                .param("now", now())
                .query((row, n) -> claimed(row))
                .optional();
        claimed.ifPresent(job -> tell(id));
        return claimed;
    }

    /** Says whether somebody asked the job to stop. */
    boolean progress(
            long id,
            long done,
            long total,
            @Nullable String messageKey,
            Map<String, ? extends @Nullable Object> messageData) {
        boolean cancel = jdbc.sql("""
                        update foundation.job
                           set done = :done, total = :total, message_key = :key, message_data = cast(:data as jsonb)
                         where id = :id returning cancel_requested
                        """)
                .param("done", done)
                .param("total", total)
                .param("key", messageKey)
                .param("data", Json.write(messageData))
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
        tell(id);
        return cancel;
    }

    void requeue(ClaimedJob job) {
        jdbc.sql("update foundation.job set state = 'QUEUED' where id = ?")
                .param(job.id())
                .update();
        tell(job.id());
    }

    /** Writes the end and tells whoever started it; not when it was stopped on purpose. */
    void finish(ClaimedJob job, JobState state, @Nullable JobResult result) {
        jdbc.sql("""
                        update foundation.job
                           set state = :state, finished_at = :now, message_key = :key, message_data = cast(:data as jsonb),
                               result_data = cast(:result as jsonb), link = :link, attachment_id = :attachment
                         where id = :id
                        """)
                .param("state", state.name())
                .param("now", now())
                .param("key", result == null ? null : result.messageKey())
                .param("data", Json.write(result == null ? Map.of() : result.data()))
                .param("result", Json.write(result == null ? Map.of() : result.data()))
                .param("link", result == null ? null : result.link())
                .param("attachment", result == null ? null : result.attachmentId())
                .param("id", job.id())
                .update();
        tell(job.id());
        if (state != JobState.CANCELLED && job.startedBy() != Viewer.SYSTEM_ID.value()) {
            var data = new HashMap<String, @Nullable Object>();
            data.put("label", job.kind());
            data.put("path", "/jobs/" + job.id());
            notifications.notify(
                    List.of(new UserId(job.startedBy())),
                    new SubjectRef("JOB", job.id()),
                    state == JobState.DONE ? JobNotices.FINISHED : JobNotices.FAILED,
                    data);
        }
    }

    private void tell(long id) {
        live.publish(Jobs.topic(id), Map.of("type", "job", "id", id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ClaimedJob claimed(ResultSet row) throws SQLException {
        return new ClaimedJob(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("payload"),
                row.getLong("started_by"),
                row.getString("starter_name"),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"));
    }
}
