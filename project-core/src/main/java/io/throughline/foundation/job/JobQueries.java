package io.throughline.foundation.job;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Jobs for whoever started them, and all of them for the administrator. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class JobQueries {

    private final JdbcClient jdbc;
    private final JobHandlers handlers;

    /** Not found when the job is another person's and the viewer does not administrate. */
    public JobDetail require(Viewer viewer, long id) {
        return find(viewer, id).orElseThrow(() -> new NotFound("job", id));
    }

    /** Empty when the job is another person's and the viewer does not administrate. */
    public Optional<JobDetail> find(Viewer viewer, long id) {
        return jdbc.sql("select * from foundation.job where id = :id and (:all or started_by = :viewer)")
                .param("id", id)
                .param("all", seesAll(viewer))
                .param("viewer", viewer.id().value())
                .query((row, n) -> detail(row))
                .optional();
    }

    /**
     * Newest first.
     *
     * @param state only these; null for all
     */
    @Allow(Role.ADMIN)
    public Page<JobDetail> page(Viewer viewer, @Nullable JobState state, PageRequest request) {
        return page(state, null, request);
    }

    /** The viewer's own, newest first. */
    public Page<JobDetail> mine(Viewer viewer, PageRequest request) {
        return page(null, viewer.id().value(), request);
    }

    /** The REST resource that began the job, if the user did; tells nothing else. */
    @Allow(anyone = true)
    public Optional<String> resource(long user, long id) {
        return jdbc.sql("select kind from foundation.job where id = ? and started_by = ?")
                .params(id, user)
                .query(String.class)
                .optional()
                .flatMap(handlers::resource);
    }

    private Page<JobDetail> page(@Nullable JobState state, @Nullable Long startedBy, PageRequest request) {
        var cursor = request.cursor();
        var back = request.backwards();
        var rows = jdbc.sql("""
                        select * from foundation.job
                         where id %s :id %s %s
                         order by id %s limit :size
                        """.formatted(
                                back ? ">" : "<",
                                state == null ? "" : "and state = :state",
                                startedBy == null ? "" : "and started_by = :startedBy",
                                back ? "asc" : "desc"))
                .param("id", cursor == null ? Long.MAX_VALUE : cursor.id())
                .param("state", state == null ? null : state.name())
                .param("startedBy", startedBy)
                .param("size", request.size() + 1)
                .query((row, n) -> detail(row))
                .list();
        return Page.cut(rows, request, row -> Cursor.of(row.id()));
    }

    private static boolean seesAll(Viewer viewer) {
        return viewer.isSystem() || viewer.has(Role.ADMIN);
    }

    private static JobDetail detail(ResultSet row) throws SQLException {
        return new JobDetail(
                row.getLong("id"),
                row.getString("kind"),
                JobState.valueOf(row.getString("state")),
                row.getLong("started_by"),
                row.getString("starter_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("attempts"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("message_key"),
                Json.read(row.getString("message_data")),
                row.getBoolean("cancel_requested"),
                Json.read(row.getString("result_data")),
                row.getString("link"),
                row.getObject("attachment_id", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
