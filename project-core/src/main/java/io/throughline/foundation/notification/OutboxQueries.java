package io.throughline.foundation.notification;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox for the administrator. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class OutboxQueries {

    private static final int MOST_COUNTED = 1_000;

    private final JdbcClient jdbc;
    private final ObjectProvider<MailCarrier> carrier;

    /** Whether mail can leave at all; where not, everything stays pending. */
    public boolean isMailConfigured(Viewer viewer) {
        return Optional.ofNullable(carrier.getIfAvailable())
                .map(MailCarrier::isConfigured)
                .orElse(false);
    }

    /** How many pending and dead mails there are, each up to 1 000. */
    public Map<OutboxState, Integer> counts(Viewer viewer) {
        var counts = new EnumMap<OutboxState, Integer>(OutboxState.class);
        jdbc.sql("""
                        select s.state, (select count(*) from (select 1 from foundation.outbox_mail m
                                                                where m.state = s.state limit ?) as counted)
                          from (values ('PENDING'), ('DEAD')) as s(state)
                        """).param(MOST_COUNTED).query(row -> {
            counts.put(OutboxState.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    /** Newest first. */
    public Page<OutboxRow> page(Viewer viewer, OutboxState state, PageRequest request) {
        @Nullable Cursor cursor = request.cursor();
        var back = request.backwards();
        var rows = jdbc.sql("""
                        select id, recipient, template, state, attempts, created_at, next_at, settled_at, last_error
                          from foundation.outbox_mail
                         where state = :state and id %s :id
                         order by id %s limit :size
                        """.formatted(back ? ">" : "<", back ? "asc" : "desc"))
                .param("state", state.name())
                .param("id", cursor == null ? Long.MAX_VALUE : cursor.id())
                .param("size", request.size() + 1)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(rows, request, row -> Cursor.of(row.id()));
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("template"),
                OutboxState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Times.instant(row, "created_at"),
                Times.instant(row, "next_at"),
                Times.instantOrNull(row, "settled_at"),
                row.getString("last_error"));
    }
}
