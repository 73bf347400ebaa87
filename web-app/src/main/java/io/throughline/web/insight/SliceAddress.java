package io.throughline.web.insight;

import io.throughline.foundation.kpi.KpiSlice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part asked for as it stands in addresses: {@code filter.team}, {@code filter.kind}, {@code filter.customer}. */
final class SliceAddress {

    private static final int LONGEST = 12;

    private SliceAddress() {}

    /** What is no id or code is left out. */
    static KpiSlice read(Map<String, String> query) {
        var kind = query.getOrDefault("filter.kind", "");
        return new KpiSlice(
                id(query.get("filter.team")),
                kind.matches("[A-Z_]{2," + LONGEST + "}") ? kind : null,
                id(query.get("filter.customer")));
    }

    /** The rest of an address that has a query already. */
    static String write(KpiSlice slice) {
        var text = new StringBuilder();
        add(text, "filter.team", slice.team());
        add(text, "filter.kind", slice.kind());
        add(text, "filter.customer", slice.customer());
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append('&').append(name).append('=').append(value);
        }
    }

    private static @Nullable Long id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
