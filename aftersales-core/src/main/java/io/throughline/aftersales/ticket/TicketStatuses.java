package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statuses tickets can have: the built-in ones and those an administrator added. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(anyone = true)
public class TicketStatuses {

    private static final RowMapper<TicketStatus> STATUS = (row, n) -> new TicketStatus(
            row.getString("code"),
            StatusCategory.valueOf(row.getString("category")),
            row.getBoolean("built_in"),
            row.getString("name_zh"),
            row.getString("name_en"));

    private final JdbcClient jdbc;

    /** All statuses in use, in the order people see them. */
    public List<TicketStatus> all() {
        return jdbc.sql("""
                        select code, category, built_in, name_zh, name_en
                          from aftersales.ticket_status
                         where active
                         order by position, code
                        """).query(STATUS).list();
    }

    /** Throws {@link RuleViolation} at {@code status} for a code nobody knows. */
    public TicketStatus require(String code) {
        return jdbc.sql("""
                        select code, category, built_in, name_zh, name_en
                          from aftersales.ticket_status
                         where code = ? and active
                        """).param(code).query(STATUS).optional().orElseThrow(() -> new RuleViolation(
                        "aftersales.ticket.unknownStatus", code)
                .at("status"));
    }
}
