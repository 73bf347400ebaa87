package io.throughline.foundation.customer;

import io.throughline.foundation.activity.SubjectAccess;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever sees the customer sees its contacts; they are shown on the customer's page. */
@Component
@RequiredArgsConstructor
public class ContactSubject implements SubjectAccess {

    static final String TYPE = "CONTACT";

    private final JdbcClient jdbc;
    private final CustomerScope scope;

    public static SubjectRef of(ContactId contact) {
        return new SubjectRef(TYPE, contact.value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        if (!viewer.isStaff()) {
            return Set.of();
        }
        return jdbc.sql("""
                        select k.id from foundation.contact k join foundation.customer c on c.id = k.customer_id
                         where k.id = any(:ids) and %s
                        """.formatted(scope.of(viewer)))
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("""
                        select k.id, k.name, c.number, c.short_name
                          from foundation.contact k join foundation.customer c on c.id = k.customer_id
                         where k.id = any(?)
                        """).param(ids.toArray(Long[]::new)).query(row -> {
            links.put(
                    row.getLong("id"),
                    new SubjectLink(
                            row.getString("name") + " · " + row.getString("short_name"),
                            "/customers/" + row.getString("number") + "/contacts"));
        });
        return links;
    }
}
