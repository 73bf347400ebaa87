package io.throughline.aftersales.mail;

import io.throughline.foundation.model.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of mails. */
@Component
@RequiredArgsConstructor
class MailRows {

    static final String ROWS = """
            select m.id, m.received_at, m.origin, m.size, m.state, m.outcome, m.reason, m.silence, m.message_id, m.sender,
                   m.sender_name, m.subject, m.ticket_message_id, m.files, t.number as ticket, r.number as related
              from aftersales.mail m
              left join aftersales.ticket t on t.id = m.ticket_id
              left join aftersales.ticket r on r.id = m.related_id
             where %s
            """;

    private final JdbcClient jdbc;

    TakenMail require(long id) {
        return jdbc.sql(ROWS.formatted("m.id = ?"))
                .param(id)
                .query((row, n) -> taken(row))
                .optional()
                .orElseThrow(() -> new NotFound("mail", id));
    }

    static TakenMail taken(ResultSet row) throws SQLException {
        return new TakenMail(
                row.getLong("id"),
                row.getTimestamp("received_at").toInstant(),
                MailOrigin.valueOf(row.getString("origin")),
                row.getLong("size"),
                MailState.valueOf(row.getString("state")),
                constant(MailOutcome.class, row.getString("outcome")),
                constant(MailReason.class, row.getString("reason")),
                constant(Silence.class, row.getString("silence")),
                row.getString("message_id"),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                row.getString("ticket"),
                row.getObject("ticket_message_id", Long.class),
                row.getString("related"),
                Json.files(row.getString("files")));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return Optional.ofNullable(name).map(code -> Enum.valueOf(type, code)).orElse(null);
    }
}
