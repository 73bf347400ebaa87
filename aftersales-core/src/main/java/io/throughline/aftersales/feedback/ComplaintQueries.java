package io.throughline.aftersales.feedback;

import io.throughline.aftersales.ticket.Level;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows one complaint with its history, and lists those whose tickets the viewer may see. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ComplaintQueries {

    private final JdbcClient jdbc;
    private final Independence independence;
    private final Settings settings;
    private final Clock clock;

    /** Of a ticket the viewer was shown; throws {@link NotFound} where it is no complaint. */
    public ComplaintDetail detail(Viewer viewer, TicketDetail ticket) {
        var steps = jdbc.sql("""
                        select s.step, s.to_state as to, s.note, s.at, s.by_name as by
                          from aftersales.complaint_step s join aftersales.complaint k on k.id = s.complaint_id
                         where k.ticket_id = ? order by s.at, s.id
                        """)
                .param(ticket.id().value())
                .query((row, n) -> new ComplaintDetail.Step(
                        ComplaintStep.valueOf(row.getString("step")),
                        ComplaintState.valueOf(row.getString("to")),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by")))
                .list();
        return jdbc.sql("""
                        select k.*, b.name as caused_by, i.name as investigator, o.name as proposed_by, a.name as approved_by,
                               q.name_zh as cause_zh, q.name_en as cause_en
                          from aftersales.complaint k
                          left join aftersales.complaint_cause q on q.code = k.cause
                          left join foundation.app_user b on b.id = k.caused_by_id
                          left join foundation.app_user i on i.id = k.investigator_id
                          left join foundation.app_user o on o.id = k.proposed_by_id
                          left join foundation.app_user a on a.id = k.approved_by_id
                         where k.ticket_id = ?
                        """)
                .param(ticket.id().value())
                .query((row, n) -> detail(row, steps))
                .optional()
                .orElseThrow(() -> new NotFound("complaint", ticket.number()));
    }

    /** Who could look into the complaint of a ticket the viewer was shown, those without a part in it first. */
    public List<Candidate> candidates(Viewer viewer, TicketDetail ticket) {
        return independence.candidates(ticket.id().value());
    }

    /** Newest first. */
    public Page<ComplaintRow> rows(Viewer viewer, ComplaintFilter filter, PageRequest page) {
        var sql = new ComplaintSql(viewer, filter, zone(), clock.instant());
        var cursor = page.cursor();
        if (cursor != null) {
            sql.add(
                    "(k.received_at, k.id) %s (cast(:at as timestamptz), :id)".formatted(page.backwards() ? ">" : "<"),
                    "at",
                    cursor.value(0));
            sql.params().put("id", cursor.id());
        }
        var direction = page.backwards() ? "" : " desc";
        var fetched = jdbc.sql(
                        """
                        select k.*, t.number, t.subject, c.short_name as customer, p.key as project, q.name_zh as cause_zh,
                               q.name_en as cause_en, i.name as investigator, %s as in_time
                        %s
                          left join foundation.app_user i on i.id = k.investigator_id
                         where %s
                         order by k.received_at%s, k.id%s
                         limit :limit
                        """.formatted(ComplaintSql.IN_TIME, ComplaintSql.FROM, sql.where(), direction, direction))
                .params(sql.params())
                .param("limit", page.size() + 1)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(fetched, page, row -> Cursor.of(row.receivedAt(), row.id()));
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    private static ComplaintRow row(ResultSet row) throws SQLException {
        return new ComplaintRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("subject"),
                ComplaintState.valueOf(row.getString("state")),
                row.getString("customer"),
                row.getString("project"),
                row.getString("cause_zh"),
                row.getString("cause_en"),
                row.getObject("founded", Boolean.class),
                remedy(row),
                row.getString("investigator"),
                row.getTimestamp("received_at").toInstant(),
                instant(row, "acknowledged_at"),
                row.getObject("in_time", Boolean.class),
                instant(row, "closed_at"),
                row.getTimestamp("accepted_at") != null,
                row.getObject("handled_minutes", Long.class));
    }

    private static ComplaintDetail detail(ResultSet row, List<ComplaintDetail.Step> steps) throws SQLException {
        return new ComplaintDetail(
                row.getInt("version"),
                ComplaintState.valueOf(row.getString("state")),
                row.getBoolean("withdrawn"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("acknowledge_by").toInstant(),
                row.getTimestamp("close_by").toInstant(),
                instant(row, "acknowledged_at"),
                level(row, "severity"),
                level(row, "complexity"),
                level(row, "impact"),
                row.getBoolean("safety"),
                row.getString("wanted"),
                row.getObject("caused_by_id", Long.class),
                row.getString("caused_by"),
                row.getObject("investigator_id", Long.class),
                row.getString("investigator"),
                row.getString("findings"),
                row.getObject("founded", Boolean.class),
                row.getString("cause"),
                row.getString("cause_zh"),
                row.getString("cause_en"),
                row.getString("response"),
                remedy(row),
                row.getString("remedy_reason"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("proposed_by_id", Long.class),
                row.getString("proposed_by"),
                row.getObject("approved_by_id", Long.class),
                row.getString("approved_by"),
                instant(row, "communicated_at"),
                instant(row, "accepted_at"),
                row.getInt("refusals"),
                row.getString("refused_because"),
                row.getString("outside_body"),
                row.getString("outside_reference"),
                row.getObject("outside_on", LocalDate.class),
                instant(row, "closed_at"),
                row.getObject("handled_minutes", Long.class),
                steps);
    }

    private static @Nullable Remedy remedy(ResultSet row) throws SQLException {
        var code = row.getString("remedy");
        return code == null ? null : Remedy.valueOf(code);
    }

    private static @Nullable Level level(ResultSet row, String column) throws SQLException {
        var code = row.getString(column);
        return code == null ? null : Level.valueOf(code);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
