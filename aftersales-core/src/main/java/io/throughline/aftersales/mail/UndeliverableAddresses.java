package io.throughline.aftersales.mail;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.customer.CustomerScope;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Addresses from which a mail of ours came back (service rule 22). */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SALES})
public class UndeliverableAddresses {

    private final JdbcClient jdbc;
    private final CustomerScope customers;
    private final Audit audit;

    /**
     * What came back.
     *
     * @param address in lower case
     * @param reason what the report said, shortened; null where it said nothing
     * @param ticket number of the ticket whose mail it was; null where it is gone
     */
    public record Returned(
            String address,
            Instant at,
            @Nullable String reason,
            @Nullable String ticket) {}

    /** A living contact whose address is marked. */
    public record Unreached(long contact, String name, String customerNumber, String customer, Returned returned) {}

    /** Over all customers the viewer may see, what came back last first. */
    @Transactional(readOnly = true)
    public Page<Unreached> page(Viewer viewer, PageRequest request) {
        var params = new HashMap<String, Object>();
        params.put("limit", request.size() + 1);
        var cursor = request.cursor();
        var beyond = "";
        if (cursor != null) {
            params.put("at", Timestamp.from(instant(cursor)));
            params.put("id", cursor.id());
            beyond = "and (f.at, k.id) " + (request.backwards() ? ">" : "<") + " (:at, :id)";
        }
        var direction = request.backwards() ? "asc" : "desc";
        var found = jdbc.sql("""
                        select k.id, k.name, c.number as customer_number, c.short_name, f.address, f.at, f.diagnostic,
                               t.number
                          from aftersales.mail_failure f
                          join foundation.contact k on lower(k.email) = f.address and k.active
                          join foundation.customer c on c.id = k.customer_id and %s
                          left join aftersales.ticket t on t.id = f.ticket_id
                         where f.cleared_at is null %s
                         order by f.at %s, k.id %s limit :limit
                        """.formatted(customers.of(viewer), beyond, direction, direction))
                .params(params)
                .query((row, n) -> new Unreached(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("customer_number"),
                        row.getString("short_name"),
                        returned(row)))
                .list();
        return Page.cut(found, request, one -> Cursor.of(one.returned().at(), one.contact()));
    }

    private static Instant instant(Cursor cursor) {
        try {
            return Instant.parse(cursor.value(0));
        } catch (DateTimeParseException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    /** Of the addresses those that are marked, by address in lower case. */
    @Allow(staff = true)
    @Transactional(readOnly = true)
    public Map<String, Returned> of(Viewer viewer, Collection<@Nullable String> addresses) {
        var asked = addresses.stream()
                .filter(Objects::nonNull)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return asked.length == 0
                ? Map.of()
                : jdbc.sql("""
                                select f.address, f.at, f.diagnostic, t.number
                                  from aftersales.mail_failure f left join aftersales.ticket t on t.id = f.ticket_id
                                 where f.address = any(?) and f.cleared_at is null
                                """).param(asked).query((row, n) -> returned(row)).list().stream()
                        .collect(Collectors.toMap(Returned::address, returned -> returned));
    }

    /**
     * Takes the mark off an address and lets machines of ours write to it again. Throws {@link NotFound} where there is none.
     *
     * @param subject the record at which somebody decided so; the viewer was shown it
     * @param table of that record, for the audit trail
     */
    public void clear(Viewer viewer, String address, SubjectRef subject, String table) {
        var reason = jdbc.sql("""
                        delete from aftersales.mail_failure where address = ? and cleared_at is null
                        returning coalesce(diagnostic, '')
                        """)
                .param(address.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("undeliverable address", address));
        audit.record(
                viewer, AuditRecord.change(subject, table, "undeliverable", (address + " " + reason).strip(), null));
    }

    private static Returned returned(ResultSet row) throws SQLException {
        return new Returned(
                row.getString("address"),
                row.getTimestamp("at").toInstant(),
                row.getString("diagnostic"),
                row.getString("number"));
    }
}
