package io.throughline.aftersales.ticket;

import io.throughline.aftersales.ticket.TicketEntry.MessageFile;
import io.throughline.foundation.attachment.PictureSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the newest entries of a ticket's timeline, one statement however long it is; the customer's side by other SQL. */
@Component
@RequiredArgsConstructor
class TicketTimeline {

    static final int PAGE = 100;

    private static final String MESSAGES = """
            select 'MESSAGE' as what, m.id, m.at, m.author_name as author, m.from_customer, m.visibility = 'INTERNAL' as internal,
                   m.automatic, m.channel, m.body, m.markdown,
                   case when :staff then m.mailed_to end as mailed_to, null as from_value, null as to_value, null as reason,
                   o.number as moved_from
              from aftersales.ticket_message m
              left join aftersales.ticket o on o.id = m.moved_from_id
             where m.ticket_id = :ticket
            """;
    private static final String STEPS = """
            select 'STATUS', s.id, s.at, s.by_name, s.by_contact_id is not null, false, s.by_user_id is null
                   and s.by_contact_id is null, null, null, true, null, s.from_status, s.to_status, %s, null
              from aftersales.ticket_status_change s
             where s.ticket_id = :ticket and s.from_status is not null
            """;
    private static final String CHANGES = """
            select c.field, c.id, c.at, c.by_name, false, true, false, null, null, true, null,
                   case c.field when 'ASSIGNEE' then (select name from foundation.app_user where id = c.from_value::bigint)
                                when 'TEAM' then (select %1$s from foundation.team where id = c.from_value::bigint)
                                when 'CUSTOMER' then (select short_name from foundation.customer where id = c.from_value::bigint)
                                when 'REQUESTER' then (select name from foundation.contact where id = c.from_value::bigint)
                                when 'PROJECT' then (select key from project.project where id = c.from_value::bigint)
                                when 'DELIVERABLE' then (select name from project.deliverable where id = c.from_value::bigint)
                                when 'PRODUCT' then (select serial from aftersales.installed_product where id = c.from_value::bigint)
                                else c.from_value end,
                   case c.field when 'ASSIGNEE' then (select name from foundation.app_user where id = c.to_value::bigint)
                                when 'TEAM' then (select %1$s from foundation.team where id = c.to_value::bigint)
                                when 'CUSTOMER' then (select short_name from foundation.customer where id = c.to_value::bigint)
                                when 'REQUESTER' then (select name from foundation.contact where id = c.to_value::bigint)
                                when 'PROJECT' then (select key from project.project where id = c.to_value::bigint)
                                when 'DELIVERABLE' then (select name from project.deliverable where id = c.to_value::bigint)
                                when 'PRODUCT' then (select serial from aftersales.installed_product where id = c.to_value::bigint)
                                else c.to_value end,
                   null, null
              from aftersales.ticket_change c
             where c.ticket_id = :ticket
            """;

    private final JdbcClient jdbc;

    /** Everything, for staff; oldest first, the last {@link #PAGE} unless all are asked for. */
    List<TicketEntry> whole(long ticket, boolean chinese, boolean all) {
        var sql = MESSAGES
                + " union all "
                + STEPS.formatted("s.reason")
                + " union all "
                + CHANGES.formatted(chinese ? "name_zh" : "name_en");
        return read(sql, ticket, all, true);
    }

    /** What the customer may know: public messages and steps without our reasons. */
    List<TicketEntry> open(long ticket, boolean all) {
        var sql = MESSAGES + " and m.visibility = 'PUBLIC' union all " + STEPS.formatted("null");
        return read(sql, ticket, all, false);
    }

    private static final String WITH_FILES = """
            select l.*, f.*, l.what = 'MESSAGE' and not l.markdown and exists (
                       select 1 from aftersales.mail s where s.ticket_message_id = l.id) as mailed
              from (select * from (%s) e order by at desc, what <> 'MESSAGE' desc, id desc limit :limit) l
              left join lateral (select a.id as file_id, a.file_name, a.content_type, a.size, p.width, p.height
                                   from foundation.attachment a
                                   left join foundation.picture p on p.file_id = a.file_id
                                  where l.what = 'MESSAGE' and a.subject_type = 'TICKET_MESSAGE' and a.subject_id = l.id
                                    and a.removed_at is null and (:staff or a.visibility = 'EVERYONE')) f on true
             order by l.at, l.what <> 'MESSAGE', l.id, f.file_id
            """;

    private List<TicketEntry> read(String sql, long ticket, boolean all, boolean staff) {
        return jdbc.sql(WITH_FILES.formatted(sql))
                .param("ticket", ticket)
                .param("limit", all ? 10_000 : PAGE)
                .param("staff", staff)
                .query(TicketTimeline::entries);
    }

    /** A message with several files comes as several rows, one behind the other. */
    private static List<TicketEntry> entries(ResultSet rows) throws SQLException {
        var entries = new ArrayList<TicketEntry>();
        while (rows.next()) {
            var entry = entry(rows);
            var last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            if (last == null || last.id() != entry.id() || !last.what().equals(entry.what())) {
                entries.add(entry);
            } else {
                entries.set(
                        entries.size() - 1,
                        last.with(Stream.concat(last.files().stream(), entry.files().stream())
                                .toList()));
            }
        }
        return entries;
    }

    private static List<MessageFile> files(ResultSet row) throws SQLException {
        var id = row.getObject("file_id", Long.class);
        return id == null
                ? List.of()
                : List.of(new MessageFile(
                        id,
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        PictureSize.of(row)));
    }

    private static TicketEntry entry(ResultSet row) throws SQLException {
        return new TicketEntry(
                row.getString("what"),
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("author"),
                row.getBoolean("from_customer"),
                row.getBoolean("internal"),
                row.getBoolean("automatic"),
                channel(row.getString("channel")),
                row.getString("body"),
                row.getBoolean("markdown"),
                row.getBoolean("mailed"),
                mailedTo(row),
                row.getString("from_value"),
                row.getString("to_value"),
                row.getString("reason"),
                row.getString("moved_from"),
                files(row));
    }

    private static List<String> mailedTo(ResultSet row) throws SQLException {
        var addresses = row.getArray("mailed_to");
        return addresses == null ? List.of() : List.of((String[]) addresses.getArray());
    }

    private static @Nullable Channel channel(@Nullable String code) {
        return code == null ? null : Channel.valueOf(code);
    }
}
