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

/** Tickets as subjects of notices, watching, comments and the audit trail. */
@Component
@RequiredArgsConstructor
public class TicketSubject implements SubjectAccess {

    public static final String TYPE = "TICKET";

    private final JdbcClient jdbc;

    public static SubjectRef of(TicketId ticket) {
        return new SubjectRef(TYPE, ticket.value());
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
        return jdbc.sql("select t.id from aftersales.ticket t where t.id in (:ids) and " + scope.sql())
                .param("ids", ids)
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
                .sql("select id, number, subject from aftersales.ticket where id in (:ids)")
                .param("ids", ids)
                .query((row, n) ->
                        Map.entry(row.getLong("id"), link(row.getString("number"), row.getString("subject"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SubjectLink link(String number, String subject) {
        return new SubjectLink(number + " · " + subject, "/tickets/" + number, "/portal/tickets/" + number);
    }
}
