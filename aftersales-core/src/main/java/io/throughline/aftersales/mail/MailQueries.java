package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.MailReader;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails that came, with what became of them and their sources. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.ADMIN, Role.MANAGER})
public class MailQueries {

    private final JdbcClient jdbc;
    private final MailRecords records;
    private final MailRows rows;

    /** Newest first. */
    public Page<TakenMail> page(Viewer viewer, MailState state, PageRequest request) {
        var params = new HashMap<String, Object>();
        params.put("state", state.name());
        params.put("limit", request.size() + 1);
        var cursor = request.cursor();
        var beyond = "";
        if (cursor != null) {
            params.put("id", cursor.id());
            beyond = " and m.id " + (request.backwards() ? ">" : "<") + " :id";
        }
        var found = jdbc.sql(MailRows.ROWS.formatted("m.state = :state" + beyond) + " order by m.id "
                        + (request.backwards() ? "asc" : "desc") + " limit :limit")
                .params(params)
                .query((row, n) -> MailRows.taken(row))
                .list();
        return Page.cut(found, request, mail -> Cursor.of(mail.id()));
    }

    /** Read from its source again; throws {@link NotFound} for an id nobody has. */
    public MailDetail detail(Viewer viewer, long id) {
        return new MailDetail(rows.require(id), MailReader.read(source(viewer, id)));
    }

    /** How many were refused, and how many wait to be decided about. */
    public Map<MailState, Integer> counts(Viewer viewer) {
        var counts = new EnumMap<MailState, Integer>(MailState.class);
        jdbc.sql("""
                        select state, count(*) as n from aftersales.mail where state <> 'ACCEPTED' group by state
                        """).query(row -> {
            counts.put(MailState.valueOf(row.getString("state")), row.getInt("n"));
        });
        return counts;
    }

    /** The bytes as they came; throws {@link NotFound} for an id nobody has. */
    public byte[] source(Viewer viewer, long id) {
        return records.source(id).orElseThrow(() -> new NotFound("mail", id));
    }
}
