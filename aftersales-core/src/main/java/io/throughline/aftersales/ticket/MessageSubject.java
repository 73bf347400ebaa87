package io.throughline.aftersales.ticket;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as subjects of attachments: a customer sees the files of public messages of own tickets, nothing else. */
@Component
@RequiredArgsConstructor
public class MessageSubject implements SubjectAccess {

    public static final String TYPE = "TICKET_MESSAGE";

    private final JdbcClient jdbc;

    public static SubjectRef of(MessageId message) {
        return new SubjectRef(TYPE, message.value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var scope = TicketScope.of(viewer);
        return jdbc.sql("""
                        select m.id from aftersales.ticket_message m
                          join aftersales.ticket t on t.id = m.ticket_id
                         where m.id in (:ids) and (:staff or m.visibility = 'PUBLIC') and
                        """ + scope.sql())
                .param("ids", ids)
                .param("staff", viewer.isStaff())
                .params(scope.params())
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select m.id, t.number, t.subject from aftersales.ticket_message m
                          join aftersales.ticket t on t.id = m.ticket_id
                         where m.id in (:ids)
                        """)
                .param("ids", ids)
                .query((row, n) -> Map.entry(
                        row.getLong("id"),
                        new SubjectLink(
                                row.getString("number") + " · " + row.getString("subject"),
                                "/tickets/" + row.getString("number"),
                                "/portal/tickets/" + row.getString("number"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
