package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer's contact reads of tickets: the own ones, a manager contact those of the whole company. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.CUSTOMER)
public class PortalTicketQueries {

    private final JdbcClient jdbc;
    private final TicketTimeline timeline;
    private final TicketRules rules;
    private final Clock clock;

    /** Newest first; {@code live} for those not yet closed. */
    public Page<PortalTicketRow> rows(Viewer viewer, boolean live, PageRequest page) {
        var scope = TicketScope.of(viewer);
        var cursor = page.cursor();
        var place = cursor == null
                ? ""
                : " and (t.opened_at, t.id) %s (cast(:cursorValue as timestamptz), :cursorId)"
                        .formatted(page.backwards() ? ">" : "<");
        var direction = page.backwards() ? "" : " desc";
        var statement = jdbc.sql("""
                        select t.id, t.number, t.kind, t.status, s.category, s.built_in, s.name_zh, s.name_en, t.subject,
                               coalesce(k.name, '') as requester, t.opened_at,
                               greatest(t.opened_at, t.last_customer_message_at, t.last_public_reply_at) as active_at
                          from aftersales.ticket t
                          join aftersales.ticket_status s on s.code = t.status
                          left join foundation.contact k on k.id = t.requester_id
                         where %s %s %s
                         order by t.opened_at%s, t.id%s
                         limit :limit
                        """.formatted(
                                scope.sql(), live ? "and t.category <> 'CLOSED'" : "", place, direction, direction))
                .params(scope.params())
                .param("limit", page.size() + 1);
        if (cursor != null) {
            statement = statement.param("cursorValue", cursor.value(0)).param("cursorId", cursor.id());
        }
        var fetched = statement.query((row, n) -> row(row)).list();
        return Page.cut(fetched, page, row -> Cursor.of(row.openedAt(), row.id()));
    }

    /** Throws {@link NotFound} for an unknown number and for somebody else's ticket. */
    public PortalTicket detail(Viewer viewer, String number) {
        var scope = TicketScope.of(viewer);
        return jdbc.sql("""
                        select t.id, t.number, t.kind, t.status, s.category, s.built_in, s.name_zh, s.name_en, t.subject,
                               coalesce(k.name, '') as requester, t.opened_at, t.resolved_at, t.closed_at,
                               ip.serial || ' · ' || ip.model as product,
                               t.reopened_count, case when t.live and not t.clock_paused then t.due_at end as promised_at,
                               coalesce(t.due_clock in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'ACKNOWLEDGEMENT'), false)
                                   as promised_answer,
                               (select f.number from aftersales.ticket_link l join aftersales.ticket f on f.id = l.to_id
                                 where l.from_id = t.id and l.kind = 'FOLLOW_UP'
                                   and f.requester_id is not distinct from t.requester_id
                                 order by l.at desc limit 1) as follow_up
                          from aftersales.ticket t
                          join aftersales.ticket_status s on s.code = t.status
                          left join foundation.contact k on k.id = t.requester_id
                          left join aftersales.installed_product ip on ip.id = t.installed_product_id
                         where t.number = :number and
                        """ + scope.sql())
                .param("number", number.trim().toUpperCase(Locale.ROOT))
                .params(scope.params())
                .query((row, n) -> detail(row))
                .optional()
                .orElseThrow(() -> new NotFound("ticket", number));
    }

    private PortalTicket detail(ResultSet row) throws SQLException {
        var resolvedAt = instant(row, "resolved_at");
        var status = status(row);
        return new PortalTicket(
                new TicketId(row.getLong("id")),
                row.getString("number"),
                TicketKind.valueOf(row.getString("kind")),
                status,
                row.getString("subject"),
                row.getString("requester"),
                row.getTimestamp("opened_at").toInstant(),
                resolvedAt,
                instant(row, "closed_at"),
                row.getInt("reopened_count"),
                status.category() == StatusCategory.RESOLVED
                        && resolvedAt != null
                        && !clock.instant().isAfter(resolvedAt.plus(rules.reopenWindow())),
                row.getString("follow_up"),
                row.getString("product"),
                instant(row, "promised_at"),
                row.getBoolean("promised_answer"),
                timeline.open(row.getLong("id"), false));
    }

    private static PortalTicketRow row(ResultSet row) throws SQLException {
        var status = status(row);
        return new PortalTicketRow(
                row.getString("number"),
                TicketKind.valueOf(row.getString("kind")),
                status,
                row.getString("subject"),
                row.getString("requester"),
                row.getTimestamp("opened_at").toInstant(),
                Objects.requireNonNull(instant(row, "active_at")),
                row.getLong("id"));
    }

    private static TicketStatus status(ResultSet row) throws SQLException {
        return new TicketStatus(
                row.getString("status"),
                StatusCategory.valueOf(row.getString("category")),
                row.getBoolean("built_in"),
                row.getString("name_zh"),
                row.getString("name_en"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
