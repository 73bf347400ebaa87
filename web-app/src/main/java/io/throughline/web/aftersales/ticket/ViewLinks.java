package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.SavedViewRow;
import io.throughline.aftersales.desk.SavedViews;
import io.throughline.aftersales.ticket.TicketFilter;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Saved views as links beside the list, with or without their counts. */
@Component
@RequiredArgsConstructor
class ViewLinks {

    private static final int MOST = 99;

    private final SavedViews views;
    private final TicketQueries queries;
    private final TicketAddress address;

    List<ViewLink> plain(Viewer viewer) {
        return views.of(viewer).stream()
                .map(view -> new ViewLink(view, null, MOST))
                .toList();
    }

    /** Counted up to {@link #MOST}, all in one statement; a search, or a list beyond current work, is not counted. */
    List<ViewLink> counted(Viewer viewer) {
        var rows = views.of(viewer);
        var counts = queries.countsUpTo(
                viewer, rows.stream().map(row -> filter(viewer, row)).toList(), MOST + 1);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new ViewLink(rows.get(i), counts.get(i), MOST))
                .toList();
    }

    /** What of an address says which tickets are listed, in one order and spelling. */
    static String canonical(Map<String, String> query) {
        var listed = new TreeMap<String, String>();
        query.forEach((name, value) -> {
            boolean lists =
                    name.startsWith("filter.") || List.of("q", "view", "sort").contains(name);
            if (lists && !value.isBlank()) {
                listed.put(name, value);
            }
        });
        return listed.entrySet().stream()
                .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
    }

    /** The same for a query as it was sent; throws {@link RuleViolation} for one the list does not understand. */
    String checked(Viewer viewer, String query) {
        var parsed = parse(query);
        address.filter(viewer, parsed, TicketAddress.home(viewer));
        return canonical(parsed);
    }

    private TicketFilter filter(Viewer viewer, SavedViewRow row) {
        var query = parse(row.query());
        try {
            return query.containsKey("q")
                    ? TicketFilter.of(TicketView.ALL)
                    : address.filter(viewer, query, TicketAddress.home(viewer));
        } catch (RuleViolation outdated) {
            return TicketFilter.of(TicketView.ALL);
        }
    }

    private static Map<String, String> parse(String query) {
        var found = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        var parsed = new TreeMap<String, String>();
        found.forEach((name, values) -> {
            var first = values.isEmpty() ? null : values.get(0);
            if (first != null) {
                parsed.put(name, UriUtils.decode(first, "UTF-8"));
            }
        });
        return parsed;
    }
}
