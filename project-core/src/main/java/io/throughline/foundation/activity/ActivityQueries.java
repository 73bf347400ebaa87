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
import java.util.Map;
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
                   null::text as text, 0 as version, null::timestamptz as edited_at, null::timestamptz as removed_at
              from foundation.activity_entry e
             where e.subject_type = :type and e.subject_id = :id and e.visibility = any(:open)
               and %s
             order by e.at %s, e.id %<s limit :limit
            """;
    private static final String COMMENTS = """
            select c.id, c.created_at as at, c.author_id as actor_id, c.author_name as actor_name, c.visibility,
                   null as verb, null as data, c.text, c.version, c.edited_at, c.removed_at
              from foundation.comment c
             where c.subject_type = :type and c.subject_id = :id and c.visibility = any(:open)
               and %s
             order by c.created_at %s, c.id %<s limit :limit
            """;

    private final JdbcClient jdbc;
    private final SubjectAccesses accesses;

    /** Deeds and comments together, newest first. Throws {@link NotFound} when the viewer may not see the record. */
    public Page<TimelineEntry> timeline(Viewer viewer, SubjectRef subject, PageRequest request) {
        var order = request.backwards() ? "asc" : "desc";
        var both = "select * from (("
                + DEEDS.formatted(bound(request, "e.at", "e.id"), order)
                + ") union all ("
                + COMMENTS.formatted(bound(request, "c.created_at", "c.id"), order)
                + ")) line order by at %s, id %<s limit :limit".formatted(order);
        return read(viewer, subject, request, both);
    }

    /** The comments alone, newest first. Throws {@link NotFound} when the viewer may not see the record. */
    public Page<TimelineEntry> comments(Viewer viewer, SubjectRef subject, PageRequest request) {
        var order = request.backwards() ? "asc" : "desc";
        return read(viewer, subject, request, COMMENTS.formatted(bound(request, "c.created_at", "c.id"), order));
    }

    private Page<TimelineEntry> read(Viewer viewer, SubjectRef subject, PageRequest request, String sql) {
        accesses.requireSee(viewer, subject);
        var cursor = request.cursor();
        var rows = jdbc.sql(sql)
                .param("type", subject.type())
                .param("id", subject.id())
                .param("open", openTo(viewer))
                .param("at", cursor == null ? null : at(cursor))
                .param("rowId", cursor == null ? null : cursor.id())
                .param("limit", request.size() + 1)
                .query((row, n) -> entry(row, viewer, subject))
                .list();
        return Page.cut(rows, request, entry -> Cursor.of(entry.at(), entry.id()));
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

    private static TimelineEntry entry(ResultSet row, Viewer viewer, SubjectRef subject) throws SQLException {
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
