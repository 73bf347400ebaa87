package io.throughline.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets, in which order. Empty sets do not filter; within a set any will do, between sets all must fit.
 *
 * @param products ids of installed products
 * @param ids only these tickets, for example what a search found
 * @param descending against the natural order: newest, latest or least pressing first
 */
public record TicketFilter(
        TicketView view,
        Set<TicketKind> kinds,
        Set<String> statuses,
        Set<Priority> priorities,
        Set<Channel> channels,
        Set<Long> teams,
        Set<Long> assignees,
        Set<Long> customers,
        Set<Long> projects,
        Set<Long> products,
        Set<String> tags,
        @Nullable Boolean complaint,
        @Nullable Boolean escalated,
        Set<Long> ids,
        TicketSort sort,
        boolean descending) {

    public TicketFilter {
        kinds = Set.copyOf(kinds);
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
        channels = Set.copyOf(channels);
        teams = Set.copyOf(teams);
        assignees = Set.copyOf(assignees);
        customers = Set.copyOf(customers);
        projects = Set.copyOf(projects);
        products = Set.copyOf(products);
        tags = Set.copyOf(tags);
        ids = Set.copyOf(ids);
        if (sort.isLiveOnly() && !view.isLive()) {
            throw new RuleViolation("aftersales.ticket.sortNeedsOpen", sort.word()).at("sort");
        }
    }

    /** A view as it opens: current work by due time, everything by the newest. */
    public static TicketFilter of(TicketView view) {
        return new TicketFilter(
                view,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                view.isLive() ? TicketSort.DUE : TicketSort.CREATED,
                !view.isLive());
    }

    public TicketFilter sorted(TicketSort by, boolean down) {
        return new TicketFilter(
                view,
                kinds,
                statuses,
                priorities,
                channels,
                teams,
                assignees,
                customers,
                projects,
                products,
                tags,
                complaint,
                escalated,
                ids,
                by,
                down);
    }

    /** Only tickets about these installed products. */
    public TicketFilter aboutProducts(Set<Long> wanted) {
        return new TicketFilter(
                view,
                kinds,
                statuses,
                priorities,
                channels,
                teams,
                assignees,
                customers,
                projects,
                wanted,
                tags,
                complaint,
                escalated,
                ids,
                sort,
                descending);
    }

    /** Only tickets of these customers. */
    public TicketFilter ofCustomers(Set<Long> wanted) {
        return new TicketFilter(
                view,
                kinds,
                statuses,
                priorities,
                channels,
                teams,
                assignees,
                wanted,
                projects,
                products,
                tags,
                complaint,
                escalated,
                ids,
                sort,
                descending);
    }
}
