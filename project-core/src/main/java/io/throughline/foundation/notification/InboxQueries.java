package io.throughline.foundation.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The viewer's own inbox, one row a record. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(signedIn = true)
public class InboxQueries {

    static final int MOST_COUNTED = 100;
    private static final int SHOWN = 3;

    private final JdbcClient jdbc;
    private final InboxSubjects subjects;
    private final Clock clock;

    /** How many records have something unread, up to 100; what the bell shows. */
    public int unreadCount(Viewer viewer) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from foundation.inbox_entry
                             where user_id = :user and unread > 0 and not muted
                               and (snoozed_until is null or snoozed_until <= :now) limit :most) as counted
                        """)
                .param("user", viewer.id().value())
                .param("now", Times.sql(clock.instant()))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Newest first, by cursor; statements grow with the types of records on the page, not with the rows. */
    public Page<InboxRow> page(Viewer viewer, InboxView view, PageRequest request) {
        var cursor = request.cursor();
        var back = request.backwards();
        var rows = jdbc.sql("""
                        select id, subject_type, subject_id, label, path, newest_at, unread, mentioned, muted, snoozed_until
                          from foundation.inbox_entry
                         where user_id = :user and %s and %s
                         order by newest_at %s, id %s limit :size
                        """.formatted(
                        condition(view),
                        cursor == null
                                ? "true"
                                : "(newest_at, id) %s (cast(:at as timestamptz), :id)".formatted(back ? ">" : "<"),
                        back ? "asc" : "desc",
                        back ? "asc" : "desc"))
                .param("user", viewer.id().value())
                .param("now", Times.sql(clock.instant()))
                .param("at", cursor == null ? null : Times.sql(instant(cursor)))
                .param("id", cursor == null ? 0 : cursor.id())
                .param("size", request.size() + 1)
                .query((row, n) -> row(row))
                .list();
        var page = Page.cut(rows, request, row -> Cursor.of(row.newestAt(), row.id()));
        var named = subjects.named(viewer, page.rows());
        var notices = newest(named);
        return new Page<>(named.stream().map(row -> withNotices(row, notices)).toList(), page.next(), page.previous());
    }

    /** Not found when the row is another person's. */
    public InboxRow require(Viewer viewer, long id) {
        return jdbc.sql("""
                        select id, subject_type, subject_id, label, path, newest_at, unread, mentioned, muted, snoozed_until
                          from foundation.inbox_entry where user_id = ? and id = ?
                        """)
                .params(viewer.id().value(), id)
                .query((row, n) -> row(row))
                .optional()
                .map(row -> subjects.named(viewer, List.of(row)).get(0))
                .orElseThrow(() -> new NotFound("inbox entry", id));
    }

    /** What is said about a record one may no longer see is not told either. */
    private static InboxRow withNotices(InboxRow row, Map<Long, List<NoticeRow>> notices) {
        return row.label().isEmpty()
                ? row
                : row.with(notices.getOrDefault(row.id(), List.of()).stream()
                        .map(notice -> notice.about(row.label()))
                        .toList());
    }

    private static String condition(InboxView view) {
        var awake = "not muted and (snoozed_until is null or snoozed_until <= :now)";
        return switch (view) {
            case UNREAD -> "unread > 0 and " + awake;
            case ALL -> awake;
            case MENTIONS -> "mentioned and " + awake;
            case SNOOZED -> "snoozed_until is not null and snoozed_until > :now and not muted";
            case MUTED -> "muted";
        };
    }

    private Map<Long, List<NoticeRow>> newest(List<InboxRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select e.id as entry, n.id, n.kind, n.data, n.actor_name, n.at, n.read_at is null as unread
                          from unnest(:entries) as e(id)
                         cross join lateral (select * from foundation.notice n where n.entry_id = e.id
                                              order by n.id desc limit :shown) n
                         order by n.id desc
                        """)
                .param("entries", rows.stream().map(InboxRow::id).toArray(Long[]::new))
                .param("shown", SHOWN)
                .query((row, n) -> Map.entry(row.getLong("entry"), notice(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    static NoticeRow notice(ResultSet row) throws SQLException {
        var data = Json.read(row.getString("data"));
        data.put("actor", row.getString("actor_name"));
        return new NoticeRow(
                row.getLong("id"), row.getString("kind"), data, Times.instant(row, "at"), row.getBoolean("unread"));
    }

    private static InboxRow row(ResultSet row) throws SQLException {
        return new InboxRow(
                row.getLong("id"),
                row.getString("subject_type"),
                row.getLong("subject_id"),
                row.getString("label"),
                row.getString("path"),
                Times.instant(row, "newest_at"),
                row.getInt("unread"),
                row.getBoolean("mentioned"),
                row.getBoolean("muted"),
                Times.instantOrNull(row, "snoozed_until"),
                List.of());
    }

    private static Instant instant(Cursor cursor) {
        try {
            return Instant.parse(cursor.value(0));
        } catch (java.time.format.DateTimeParseException e) {
            throw new io.throughline.foundation.model.RuleViolation("common.page.badCursor").at("after");
        }
    }
}
