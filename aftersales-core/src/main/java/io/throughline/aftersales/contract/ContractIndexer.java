package io.throughline.aftersales.contract;

import io.throughline.foundation.customer.AccountExecutiveChanged;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps contracts findable by number, name and customer, for those who may see them. */
@Component
@RequiredArgsConstructor
class ContractIndexer implements SearchSource {

    private static final String FOUND = """
            select k.id, k.number, k.name, c.short_name as customer, c.account_executive_id
              from aftersales.service_contract k join foundation.customer c on c.id = k.customer_id
             where %s
            """;

    private final SearchIndex index;
    private final JdbcClient jdbc;

    @Override
    public void index(long firstId, long lastId) {
        index.putAll(jdbc.sql(FOUND.formatted("k.id between ? and ?"))
                .params(firstId, lastId)
                .query((row, n) -> entry(row))
                .list());
    }

    void put(long contract) {
        index(contract, contract);
    }

    @EventListener
    void on(AccountExecutiveChanged changed) {
        var readers = new HashMap<SubjectRef, Set<String>>();
        jdbc.sql(FOUND.formatted("k.customer_id = ?"))
                .param(changed.customerId().value())
                .query(row -> {
                    readers.put(new SubjectRef(ContractSubject.TYPE, row.getLong("id")), readers(row));
                });
        index.rescope(readers);
    }

    private static SearchEntry entry(ResultSet row) throws SQLException {
        return new SearchEntry(
                new SubjectRef(ContractSubject.TYPE, row.getLong("id")),
                row.getString("number"),
                row.getString("name"),
                row.getString("customer"),
                readers(row),
                "/contracts/" + row.getString("number"),
                Set.of());
    }

    private static Set<String> readers(ResultSet row) throws SQLException {
        var readers = new HashSet<>(Set.of("role:MANAGER", "role:SUPPORT_AGENT", "role:SALES"));
        var executive = row.getObject("account_executive_id", Long.class);
        if (executive != null) {
            readers.add("user:" + executive);
        }
        return readers;
    }
}
