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

/** Lets comments, documents and notices hang on customers; portal users see none of it. */
@Component
@RequiredArgsConstructor
public class CustomerSubject implements SubjectAccess {

    public static final String TYPE = "CUSTOMER";

    private final JdbcClient jdbc;
    private final CustomerScope scope;

    public static SubjectRef of(CustomerId customer) {
        return new SubjectRef(TYPE, customer.value());
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
        return jdbc.sql("select c.id from foundation.customer c where c.id = any(:ids) and " + scope.of(viewer))
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("select id, number, short_name from foundation.customer where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    var number = row.getString("number");
                    links.put(
                            row.getLong("id"),
                            new SubjectLink(number + " · " + row.getString("short_name"), "/customers/" + number));
                });
        return links;
    }
}
