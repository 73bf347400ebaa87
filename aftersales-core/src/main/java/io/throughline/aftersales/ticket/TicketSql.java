package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The condition, order and place of a list of tickets on {@code aftersales.ticket t}.
 *
 * <p>Every list is walked along one index in its order: {@code (value, id) > (cursor)}. Where the filter means current
 * work only, {@code t.live} is said in so many words, since the partial indexes ask for it.
 */
final class TicketSql {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    TicketSql(Viewer viewer, TicketFilter filter, Collection<TicketStatus> known, Instant now) {
        var scope = TicketScope.of(viewer);
        conditions.add(scope.sql());
        params.putAll(scope.params());
        view(viewer, filter.view(), now);
        if (!filter.view().isLive() && onlyLive(filter, known)) {
            conditions.add("t.live");
        }
        in("t.kind", "kinds", names(filter.kinds()));
        in("t.status", "statuses", filter.statuses());
        in("t.priority", "priorities", names(filter.priorities()));
        in("t.channel", "channels", names(filter.channels()));
        in("t.team_id", "teams", filter.teams());
        in("t.assignee_id", "assignees", filter.assignees());
        in("t.customer_id", "customers", filter.customers());
        in("t.project_id", "projects", filter.projects());
        in("t.installed_product_id", "products", filter.products());
        if (!filter.tags().isEmpty()) {
            conditions.add("t.id in (select g.ticket_id from aftersales.ticket_tag g where g.tag in (:tags))");
            params.put("tags", filter.tags());
        }
        is("t.complaint", "complaint", filter.complaint());
        is("t.escalated", "escalated", filter.escalated());
        in("t.id", "ids", filter.ids());
    }

    String where() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    /** The same condition and parameters under names of its own, to stand beside others in one statement. */
    String where(String prefix, Map<String, Object> into) {
        var named = where();
        for (var param : params.entrySet()) {
            named = named.replaceAll("(?<!:):" + param.getKey() + "\\b", ":" + prefix + param.getKey());
            into.put(prefix + param.getKey(), param.getValue());
        }
        return named;
    }

    /** The condition that starts behind the cursor; the list's own when there is none. */
    String whereFrom(TicketSort sort, PageRequest page, boolean descending) {
        var cursor = page.cursor();
        if (cursor == null) {
            return where();
        }
        params.put("cursorValue", cursor.value(0));
        params.put("cursorId", cursor.id());
        return where()
                + " and (%s, t.id) %s (cast(:cursorValue as %s), :cursorId)"
                        .formatted(sort.column(), descending ? "<" : ">", sort.type());
    }

    static String order(TicketSort sort, boolean descending) {
        var direction = descending ? " desc" : "";
        return sort.column() + direction + ", t.id" + direction;
    }

    static Cursor cursor(TicketRow row, TicketSort sort) {
        return switch (sort) {
            case CREATED -> Cursor.of(row.openedAt(), row.id());
            case UPDATED -> Cursor.of(row.activeAt(), row.id());
            case DUE -> Cursor.of(row.dueAt() == null ? "infinity" : row.dueAt(), row.id());
            case PRIORITY -> Cursor.of(row.priority(), row.id());
        };
    }

    private void view(Viewer viewer, TicketView view, Instant now) {
        switch (view) {
            case MY -> {
                conditions.add("t.live and t.assignee_id = :me");
                params.put("me", viewer.id().value());
            }
            case UNASSIGNED -> conditions.add("t.live and t.assignee_id is null");
            case OPEN -> conditions.add("t.live");
            case OVERDUE -> {
                conditions.add("t.live and coalesce(t.due_at, 'infinity'::timestamptz) < :now");
                params.put("now", Timestamp.from(now));
            }
            case ALL -> {}
        }
    }

    private static boolean onlyLive(TicketFilter filter, Collection<TicketStatus> known) {
        return !filter.statuses().isEmpty()
                && known.stream()
                        .filter(status -> filter.statuses().contains(status.code()))
                        .allMatch(status -> status.category().isLive());
    }

    private void in(String column, String param, Collection<?> values) {
        if (!values.isEmpty()) {
            conditions.add(column + " in (:" + param + ")");
            params.put(param, values);
        }
    }

    private void is(String column, String param, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = :" + param);
            params.put(param, value);
        }
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.toList());
    }
}
