package io.throughline.foundation.customer;

import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.SearchReach;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets those find a customer and its contacts who reach it by their work. */
@Component
@RequiredArgsConstructor
class CustomerSearchReach implements SearchReach {

    private static final Set<String> TYPES = Set.of(CustomerSubject.TYPE, ContactSubject.TYPE);
    private static final int MOST = 2000;

    private final CustomerScope scope;
    private final JdbcClient jdbc;

    /** In the index's words, for those who reach this customer. */
    static String scopeOf(long customer) {
        return "known:" + customer;
    }

    @Override
    public Set<String> scopes(Viewer viewer, @Nullable String type) {
        if (type != null && !TYPES.contains(type)) {
            return Set.of();
        }
        return scope.reached(viewer)
                .map(condition -> jdbc
                        .sql("select c.id from foundation.customer c where %s order by c.id desc limit %d"
                                .formatted(condition, MOST))
                        .query(Long.class)
                        .stream()
                        .map(CustomerSearchReach::scopeOf)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
