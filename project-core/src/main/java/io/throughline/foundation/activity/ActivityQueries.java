package io.throughline.foundation.activity;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what happened to a record and what was said about it. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class ActivityQueries {

    private static final String DEEDS = """
            select e.id, e.at, e.actor_id, e.actor_name, e.visibility, e.verb, e.data::text as data,
                   null::text as text, 0 as version, null::timestamptz as edited_at, null::timestamptz as removed_at,
                   null::text as field, null::text as old_value, null::text as new_value, null::text as cause
              from foundation.activity_entry e
             where e.subject_type = :type and e.subject_id = :id and e.visibility = any(:open)
               and %s
             order by e.at %s, e.id %<s limit :limit
            """;
    private static final String COMMENTS = """
            select c.id, c.created_at as at, c.author_id as actor_id, c.author_name as actor_name, c.visibility,
                   null as verb, null as data, c.text, c.version, c.edited_at, c.removed_at,
                   null as field, null as old_value, null as new_value, null as cause
              from foundation.comment c
             where c.subject_type = :type and c.subject_id = :id and c.visibility = any(:open)
               and %s
             order by c.created_at %s, c.id %<s limit :limit
            """;

    /** What became of the record because another one was changed, for staff. */
    private static final String FOLLOWED = """
            select a.id, a.at, a.actor_id, a.actor_name, 'STAFF' as visibility, null as verb, null as data,
                   null as text, 0 as version, null as edited_at, null as removed_at,
                   a.field, a.old_value, a.new_value, a.cause
              from foundation.audit_entry a
             where a.subject_type = :type and a.subject_id = :id and 'STAFF' = any(:open)
               and a.action = 'CHANGED' and a.field = any(:followed)
               and a.cause is not null and a.old_value is not null and a.new_value is not null and %s
             order by a.at %s, a.id %<s limit :limit
            """;

    /** One row without a line where nothing has happened yet. */
    private static final String WATCHED = """
            select * from (select exists (select 1 from foundation.watcher w
                             where w.subject_type = :type and w.subject_id = :id and w.user_id = :viewer) as watching) own
              left join (%s) line on true
             order by line.at %s, line.id %<s
            """;

    private final JdbcClient jdbc;
    private final SubjectAccesses accesses;

    /** Deeds, what followed from deeds elsewhere, and comments together, newest first. Throws {@link NotFound} when the viewer may not see the record. */
    public Page<TimelineEntry> timeline(Viewer viewer, SubjectRef subject, PageRequest request) {
        return timeline(viewer, accesses.see(viewer, subject), request);
    }

    /** The same for a record already let in to. */
    public Page<TimelineEntry> timeline(Viewer viewer, SeenSubject seen, PageRequest request) {
        return read(viewer, seen, request, all(request, seen));
    }

    /** The timeline and whether the viewer watches the record, in one statement. */
    public WatchedTimeline watched(Viewer viewer, SeenSubject seen, PageRequest request) {
        var watching = new AtomicBoolean();
        var lines = bound(request, seen, viewer, WATCHED.formatted(all(request, seen), direction(request)))
                .param("viewer", viewer.id().value())
                .query((row, n) -> {
                    watching.set(row.getBoolean("watching"));
                    return row.getObject("id") == null
                            ? Optional.<TimelineEntry>empty()
                            : Optional.of(entry(row, viewer, seen.ref()));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return new WatchedTimeline(cut(lines, request), watching.get());
    }

    /** The comments alone, newest first. Throws {@link NotFound} when the viewer may not see the record. */
    public Page<TimelineEntry> comments(Viewer viewer, SubjectRef subject, PageRequest request) {
        var sql = COMMENTS.formatted(bound(request, "c.created_at", "c.id"), direction(request));
        return read(viewer, accesses.see(viewer, subject), request, sql);
    }

    private Page<TimelineEntry> read(Viewer viewer, SeenSubject seen, PageRequest request, String sql) {
        var rows = bound(request, seen, viewer, sql)
                .query((row, n) -> entry(row, viewer, seen.ref()))
                .list();
        return cut(rows, request);
    }

    private JdbcClient.StatementSpec bound(PageRequest request, SeenSubject seen, Viewer viewer, String sql) {
        var cursor = request.cursor();
        return jdbc.sql(sql)
                .param("type", seen.ref().type())
                .param("id", seen.ref().id())
                .param("open", openTo(viewer))
                .param("followed", accesses.followed(seen.ref().type()).toArray(String[]::new))
                .param("at", cursor == null ? null : at(cursor))
                .param("rowId", cursor == null ? null : cursor.id())
                .param("limit", request.size() + 1);
    }

    private static Page<TimelineEntry> cut(List<TimelineEntry> rows, PageRequest request) {
        return Page.cut(rows, request, entry -> Cursor.of(entry.at(), entry.id()));
    }

    private String all(PageRequest request, SeenSubject seen) {
        var order = direction(request);
        var lines = new ArrayList<String>();
        lines.add(DEEDS.formatted(bound(request, "e.at", "e.id"), order));
        lines.add(COMMENTS.formatted(bound(request, "c.created_at", "c.id"), order));
        if (!accesses.followed(seen.ref().type()).isEmpty()) {
            lines.add(FOLLOWED.formatted(bound(request, "a.at", "a.id"), order));
        }
        return lines.stream().collect(Collectors.joining(") union all (", "select * from ((", ")) line"))
                + " order by at %s, id %<s limit :limit".formatted(order);
    }

    private static String direction(PageRequest request) {
        return request.backwards() ? "asc" : "desc";
    }

    private static String bound(PageRequest request, String at, String id) {
        if (request.cursor() == null) {
            return "(cast(:at as timestamptz) is null and cast(:rowId as bigint) is null)";
        }
        var beyond = request.backwards() ? ">" : "<";
        return "(%s, %s) %s (:at, :rowId)".formatted(at, id, beyond);
    }

    /** The time in a cursor of time and id; throws {@link RuleViolation} when there is none. */
    static Timestamp at(Cursor cursor) {
        try {
            return Timestamp.from(Instant.parse(cursor.value(0)));
        } catch (DateTimeParseException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    private static String[] openTo(Viewer viewer) {
        return viewer.isStaff()
                ? new String[] {Visibility.STAFF.name(), Visibility.EVERYONE.name()}
                : new String[] {Visibility.EVERYONE.name()};
    }

    private TimelineEntry entry(ResultSet row, Viewer viewer, SubjectRef subject) throws SQLException {
        var field = row.getString("field");
        if (field != null) {
            return followed(row, subject, field);
        }
        var verb = row.getString("verb");
        var data = row.getString("data");
        return new TimelineEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                new UserId(row.getLong("actor_id")),
                row.getString("actor_name"),
                verb,
                data == null ? Map.of() : ActivityJson.read(data),
                Visibility.valueOf(row.getString("visibility")),
                verb == null ? comment(row, viewer, subject) : null);
    }

    private TimelineEntry followed(ResultSet row, SubjectRef subject, String field) throws SQLException {
        var change = new SubjectAccess.Followed(
                field, row.getString("old_value"), row.getString("new_value"), row.getString("cause"));
        var sentence = accesses.followed(subject.type(), change);
        return new TimelineEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                new UserId(row.getLong("actor_id")),
                row.getString("actor_name"),
                sentence.verb(),
                sentence.data(),
                Visibility.STAFF,
                null);
    }

    private static CommentView comment(ResultSet row, Viewer viewer, SubjectRef subject) throws SQLException {
        var removed = row.getTimestamp("removed_at") != null;
        var text = removed ? "" : row.getString("text");
        var author = new UserId(row.getLong("actor_id"));
        return new CommentView(
                row.getLong("id"),
                row.getInt("version"),
                subject,
                author,
                row.getString("actor_name"),
                text,
                removed ? "" : Markdown.html(text),
                Visibility.valueOf(row.getString("visibility")),
                row.getTimestamp("at").toInstant(),
                instant(row.getTimestamp("edited_at")),
                removed,
                !removed && author.equals(viewer.id()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
