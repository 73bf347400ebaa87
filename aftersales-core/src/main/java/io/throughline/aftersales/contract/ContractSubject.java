package io.throughline.aftersales.contract;

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

/** Lets documents and notices hang on service contracts. */
@Component
@RequiredArgsConstructor
public class ContractSubject implements SubjectAccess {

    public static final String TYPE = "SERVICE_CONTRACT";

    private final JdbcClient jdbc;

    public static SubjectRef of(ContractId contract) {
        return new SubjectRef(TYPE, contract.value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<Long> visible(Viewer viewer, Collection<Long> ids) {
        return jdbc.sql("select k.id from aftersales.service_contract k where k.id = any(?) and "
                        + ContractScope.of(viewer))
                .param(ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    @Override
    public Map<Long, SubjectLink> links(Collection<Long> ids) {
        var links = new HashMap<Long, SubjectLink>();
        jdbc.sql("select id, number, name from aftersales.service_contract where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    var number = row.getString("number");
                    links.put(
                            row.getLong("id"),
                            new SubjectLink(number + " · " + row.getString("name"), "/contracts/" + number));
                });
        return links;
    }
}
