package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.StatusCategory;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the macros an agent may run. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ADMIN})
public class MacroQueries {

    private static final String ROWS = """
            select d.*, r.name as template, s.category, s.built_in, s.name_zh, s.name_en,
                   m.name_zh as team_zh, m.name_en as team_en, w.name_zh as to_team_zh, w.name_en as to_team_en,
                   u.name as to_user, %s as kept
              from aftersales.macro d
              left join aftersales.reply_template r on r.id = d.template_id and r.removed_at is null
              left join aftersales.ticket_status s on s.code = d.status
              left join foundation.team m on m.id = d.team_id
              left join foundation.team w on w.id = d.to_team_id
              left join foundation.app_user u on u.id = d.to_user_id
             where d.removed_at is null and %s
            """;

    private final JdbcClient jdbc;

    /** What the viewer may run, by name. */
    public Page<MacroRow> rows(Viewer viewer, PageRequest page) {
        boolean back = page.backwards();
        var cursor = page.cursor();
        var from = cursor == null ? "" : " and (lower(d.name), d.id) %s (:name, :id)".formatted(back ? "<" : ">");
        var down = back ? " desc" : "";
        var query = jdbc.sql(ROWS.formatted(Share.kept(viewer), Share.seen(viewer)) + from + " order by lower(d.name)"
                        + down + ", d.id" + down + " limit :limit")
                .param("me", viewer.id().value())
                .param("teams", viewer.teamIds().toArray(Long[]::new))
                .param("limit", page.size() + 1);
        var fetched = (cursor == null
                        ? query
                        : query.param("name", cursor.value(0)).param("id", cursor.id()))
                .query((row, n) -> row(row))
                .list();
        return Page.cut(fetched, page, row -> Cursor.of(row.name().toLowerCase(Locale.ROOT), row.id()));
    }

    /** Throws {@link NotFound} for what the viewer does not see. */
    public MacroRow require(Viewer viewer, long id) {
        return jdbc.sql(ROWS.formatted(Share.kept(viewer), Share.seen(viewer)) + " and d.id = :id")
                .param("me", viewer.id().value())
                .param("teams", viewer.teamIds().toArray(Long[]::new))
                .param("id", id)
                .query((row, n) -> row(row))
                .optional()
                .orElseThrow(() -> new NotFound("macro", id));
    }

    private static MacroRow row(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        var team = row.getObject("team_id", Long.class);
        return new MacroRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getObject("template_id", Long.class),
                row.getString("template"),
                row.getBoolean("note"),
                status(row),
                row.getString("hold_reason"),
                row.getObject("hold_days", Integer.class),
                row.getString("priority") == null ? null : Priority.valueOf(row.getString("priority")),
                row.getObject("to_team_id", Long.class),
                row.getString("to_team_zh"),
                row.getString("to_team_en"),
                row.getObject("to_user_id", Long.class),
                row.getString("to_user"),
                row.getBoolean("to_me"),
                row.getString("tags"),
                owner != null ? Sharing.OWN : team != null ? Sharing.TEAM : Sharing.EVERYONE,
                team,
                row.getString("team_zh"),
                row.getString("team_en"),
                row.getBoolean("kept"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static @Nullable TicketStatus status(ResultSet row) throws SQLException {
        var code = row.getString("status");
        return code == null
                ? null
                : new TicketStatus(
                        code,
                        StatusCategory.valueOf(row.getString("category")),
                        row.getBoolean("built_in"),
                        row.getString("name_zh"),
                        row.getString("name_en"));
    }
}
