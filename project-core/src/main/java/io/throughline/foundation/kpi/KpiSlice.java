package io.throughline.foundation.kpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the records a measure is asked for.
 *
 * @param team id of the team that held the record; null for any, as the others
 * @param kind code of the record's kind
 * @param customer id of the customer it belongs to
 */
public record KpiSlice(
        @Nullable Long team,
        @Nullable String kind,
        @Nullable Long customer) {

    public static final KpiSlice NONE = new KpiSlice(null, null, null);

    public boolean isWhole() {
        return equals(NONE);
    }

    /** The condition on three columns, beginning with "and" where there is one; its values are those of {@link #params}. */
    public String and(String teamColumn, String kindColumn, String customerColumn) {
        var conditions = new ArrayList<String>(List.of(""));
        if (team != null) {
            conditions.add(teamColumn + " = :sliceTeam");
        }
        if (kind != null) {
            conditions.add(kindColumn + " = :sliceKind");
        }
        if (customer != null) {
            conditions.add(customerColumn + " = :sliceCustomer");
        }
        return String.join(" and ", conditions);
    }

    public Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        if (team != null) {
            params.put("sliceTeam", team);
        }
        if (kind != null) {
            params.put("sliceKind", kind);
        }
        if (customer != null) {
            params.put("sliceCustomer", customer);
        }
        return params;
    }
}
