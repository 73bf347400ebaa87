package io.throughline.aftersales.installed;

import io.throughline.foundation.customer.AccountExecutiveChanged;
import io.throughline.foundation.customer.CustomerScope;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.SearchEntry;
import io.throughline.foundation.search.SearchIndex;
import io.throughline.foundation.search.SearchReach;
import io.throughline.foundation.search.SearchSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps products findable by serial number, model, name, customer and place, for those who may see them. */
@Component
@RequiredArgsConstructor
class InstalledProductIndexer implements SearchSource, SearchReach {

    private static final int MOST_CUSTOMERS = 2000;

    private static final String FOUND = """
            select ip.id, ip.code, ip.serial, ip.serial_key, ip.manufacturer, ip.model, ip.product_version, ip.name_zh,
                   ip.name_en, ip.customer_id, c.short_name as customer, c.account_executive_id, s.name as site
              from aftersales.installed_product ip
              join foundation.customer c on c.id = ip.customer_id
              left join foundation.site s on s.id = ip.site_id
             where %s
            """;

    private final SearchIndex index;
    private final CustomerScope customers;
    private final JdbcClient jdbc;

    @Override
    public void index(long firstId, long lastId) {
        index.putAll(jdbc.sql(FOUND.formatted("ip.id between ? and ?"))
                .params(firstId, lastId)
                .query((row, n) -> entry(row))
                .list());
    }

    void put(long product) {
        index(product, product);
    }

    @EventListener
    void on(AccountExecutiveChanged changed) {
        var readers = new HashMap<SubjectRef, Set<String>>();
        jdbc.sql(FOUND.formatted("ip.customer_id = ?"))
                .param(changed.customerId().value())
                .query(row -> {
                    readers.put(new SubjectRef(InstalledProductSubject.TYPE, row.getLong("id")), readers(row));
                });
        index.rescope(readers);
    }

    /** Technicians and project managers find the products of the customers they see by their work. */
    @Override
    public Set<String> scopes(Viewer viewer, @Nullable String type) {
        if (!ProductScope.looksUp(viewer) || type != null && !type.equals(InstalledProductSubject.TYPE)) {
            return Set.of();
        }
        return jdbc
                .sql("select c.id from foundation.customer c where %s order by c.id desc limit %d"
                        .formatted(customers.of(viewer), MOST_CUSTOMERS))
                .query(Long.class)
                .stream()
                .map(InstalledProductIndexer::scopeOf)
                .collect(Collectors.toSet());
    }

    private static SearchEntry entry(ResultSet row) throws SQLException {
        var words = new StringBuilder(row.getString("serial_key"));
        for (var column : new String[] {"name_zh", "name_en", "manufacturer", "product_version", "customer", "site"}) {
            var word = row.getString(column);
            if (word != null && !word.isEmpty()) {
                words.append('\n').append(word);
            }
        }
        return new SearchEntry(
                new SubjectRef(InstalledProductSubject.TYPE, row.getLong("id")),
                row.getString("serial"),
                row.getString("model") + " · " + row.getString("customer"),
                words.toString(),
                readers(row),
                "/installed-products/" + row.getString("code"),
                Set.of());
    }

    private static Set<String> readers(ResultSet row) throws SQLException {
        var readers = new HashSet<>(Set.of("role:MANAGER", "role:SUPPORT_AGENT", scopeOf(row.getLong("customer_id"))));
        var executive = row.getObject("account_executive_id", Long.class);
        if (executive != null) {
            readers.add("user:" + executive);
        }
        readers.add("customer:" + row.getLong("customer_id"));
        return readers;
    }

    private static String scopeOf(long customer) {
        return "installed:" + customer;
    }
}
