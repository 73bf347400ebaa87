package io.throughline.aftersales.mail;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the mailboxes and how reading them goes; never their passwords. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class MailboxQueries {

    private static final String ROWS = """
            select b.id, b.version, b.name, b.address, b.host, b.port, b.security, b.username, b.folder, b.team_id,
                   b.remove_taken, b.active, r.contact_at, r.mail_at, r.failed_at, r.error
              from aftersales.mailbox b left join aftersales.mailbox_reading r on r.mailbox_id = b.id
             where %s order by b.name, b.id
            """;

    private final JdbcClient jdbc;

    /**
     * @param contactAt when it was reached last
     * @param mailAt when the last mail was taken from it
     * @param error why it cannot be reached now; null where it can
     */
    public record MailboxRow(
            long id,
            int version,
            String name,
            String address,
            String host,
            int port,
            MailboxSecurity security,
            String username,
            String folder,
            @Nullable Long teamId,
            boolean removeTaken,
            boolean active,
            @Nullable Instant contactAt,
            @Nullable Instant mailAt,
            @Nullable Instant failedAt,
            @Nullable String error) {}

    public List<MailboxRow> all(Viewer viewer) {
        return jdbc.sql(ROWS.formatted("true")).query((row, n) -> mailbox(row)).list();
    }

    public MailboxRow mailbox(Viewer viewer, long id) {
        return jdbc.sql(ROWS.formatted("b.id = ?"))
                .param(id)
                .query((row, n) -> mailbox(row))
                .optional()
                .orElseThrow(() -> new NotFound("mailbox", id));
    }

    private static MailboxRow mailbox(ResultSet row) throws SQLException {
        return new MailboxRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("address"),
                row.getString("host"),
                row.getInt("port"),
                MailboxSecurity.valueOf(row.getString("security")),
                row.getString("username"),
                row.getString("folder"),
                row.getObject("team_id", Long.class),
                row.getBoolean("remove_taken"),
                row.getBoolean("active"),
                instant(row, "contact_at"),
                instant(row, "mail_at"),
                instant(row, "failed_at"),
                row.getString("error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
