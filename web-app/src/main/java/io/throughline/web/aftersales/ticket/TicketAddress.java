package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketFilter;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketSort;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a ticket list's filter out of its address; list, board and API use the same words. */
@Component
@RequiredArgsConstructor
class TicketAddress {

    private static final int MOST_HITS = 100;
    private static final Set<Long> NOTHING = Set.of(-1L);
    private static final Set<String> FILTERS = Set.of(
            "kind",
            "status",
            "priority",
            "channel",
            "team",
            "assignee",
            "customer",
            "project",
            "product",
            "tag",
            "complaint",
            "escalated");

    private final TicketQueries queries;
    private final Search search;

    /** Throws {@link RuleViolation} at the parameter for a word nobody knows. */
    TicketFilter filter(Viewer viewer, Map<String, String> query, TicketView standard) {
        refuseUnknown(query);
        var view = view(query.get("view"), standard);
        var start = TicketFilter.of(view);
        var sort = blankToNull(query.get("sort"));
        boolean down = sort != null && sort.startsWith("-");
        return new TicketFilter(
                view,
                constants(query, "kind", TicketKind.class),
                words(query, "status"),
                constants(query, "priority", Priority.class),
                constants(query, "channel", Channel.class),
                numbers(viewer, query, "team"),
                numbers(viewer, query, "assignee"),
                known(words(query, "customer"), numbers -> queries.customerIds(viewer, numbers)),
                known(words(query, "project"), keys -> queries.projectIds(viewer, keys)),
                known(words(query, "product"), codes -> queries.productIds(viewer, codes)),
                words(query, "tag"),
                yes(query, "complaint"),
                yes(query, "escalated"),
                found(viewer, query.get("q")),
                sort == null ? start.sort() : TicketSort.ofWord(down ? sort.substring(1) : sort),
                sort == null ? start.descending() : down);
    }

    /** Agents, technicians and trainers begin with their own tickets, the others with all open ones. */
    static TicketView home(Viewer viewer) {
        boolean own = viewer.hasAny(Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.TRAINER);
        return own && !viewer.has(Role.MANAGER) ? TicketView.MY : TicketView.OPEN;
    }

    private Set<Long> found(Viewer viewer, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Set.of();
        }
        var hits = search.find(viewer, typed, "TICKET", MOST_HITS).stream()
                .map(Search.Hit::id)
                .collect(Collectors.toSet());
        return hits.isEmpty() ? NOTHING : hits;
    }

    private static TicketView view(@Nullable String word, TicketView standard) {
        if (word == null || word.isBlank()) {
            return standard;
        }
        return Arrays.stream(TicketView.values())
                .filter(view -> view.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("aftersales.ticket.unknownView", word).at("view"));
    }

    private static void refuseUnknown(Map<String, String> query) {
        query.keySet().stream()
                .filter(name -> name.startsWith("filter."))
                .filter(name -> !FILTERS.contains(name.substring("filter.".length())))
                .findFirst()
                .ifPresent(name -> {
                    throw new RuleViolation("web.rest.unknownParameter", name).at(name);
                });
    }

    private static Set<String> words(Map<String, String> query, String field) {
        var value = query.getOrDefault("filter." + field, "");
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> Set<E> constants(Map<String, String> query, String field, Class<E> type) {
        return words(query, field).stream()
                .map(word -> constant(word, field, type))
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E constant(String word, String field, Class<E> type) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("web.rest.badValue", "filter." + field).at("filter." + field);
        }
    }

    private static Set<Long> numbers(Viewer viewer, Map<String, String> query, String field) {
        return words(query, field).stream()
                .map(word -> word.equals("me") ? viewer.id().value() : number(word, field))
                .collect(Collectors.toSet());
    }

    private static long number(String word, String field) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new RuleViolation("web.rest.badValue", "filter." + field).at("filter." + field);
        }
    }

    private static Set<Long> known(Set<String> words, Function<Set<String>, Collection<Long>> ids) {
        if (words.isEmpty()) {
            return Set.of();
        }
        var found = Set.copyOf(ids.apply(words));
        return found.isEmpty() ? NOTHING : found;
    }

    private static @Nullable Boolean yes(Map<String, String> query, String field) {
        var value = blankToNull(query.get("filter." + field));
        return value == null ? null : Boolean.valueOf(value);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
