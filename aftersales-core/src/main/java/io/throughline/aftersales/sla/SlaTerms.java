package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a policy promises, to whom, and on whose hours. Refuses ({@link RuleViolation}, at the field) a basis without its
 * condition: a blank one would match everything by accident (service rule 9).
 *
 * @param customers ids of the named customers
 * @param tiers customers of these tiers
 * @param kinds only these kinds; empty does not narrow
 * @param priorities only these priorities; empty does not narrow
 * @param calendar our hours
 * @param site the customer's hours: time counts only when both are open; null for ours alone
 * @param customerHours whether the calendar of the ticket's own customer counts in the same way, where it has one
 * @param targets by clock and priority; a clock without a target is not promised
 * @param levels of escalation, in the order in which they run
 */
public record SlaTerms(
        PolicyBasis basis,
        Set<Long> customers,
        Set<CustomerTier> tiers,
        Set<TicketKind> kinds,
        Set<Priority> priorities,
        WorkCalendarId calendar,
        @Nullable WorkCalendarId site,
        boolean customerHours,
        Map<ClockType, Map<Priority, Target>> targets,
        List<EscalationLevel> levels) {

    private static final int MOST_CUSTOMERS = 1000;
    private static final int MOST_LEVELS = 20;

    public SlaTerms {
        customers = Collections.unmodifiableSet(new TreeSet<>(customers));
        tiers = Collections.unmodifiableSet(new TreeSet<>(tiers));
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        priorities = Collections.unmodifiableSet(new TreeSet<>(priorities));
        targets = copy(targets);
        levels = List.copyOf(levels);
        if (basis == PolicyBasis.CUSTOMER && customers.isEmpty() && tiers.isEmpty()) {
            throw new RuleViolation("aftersales.sla.whichCustomers").at("customers");
        }
        if (basis != PolicyBasis.CUSTOMER && !(customers.isEmpty() && tiers.isEmpty())) {
            throw new RuleViolation("aftersales.sla.customersElsewhere").at("customers");
        }
        if (basis == PolicyBasis.KIND_PRIORITY && kinds.isEmpty() && priorities.isEmpty()) {
            throw new RuleViolation("aftersales.sla.whichTickets").at("kinds");
        }
        if (basis == PolicyBasis.DEFAULT && !(kinds.isEmpty() && priorities.isEmpty())) {
            throw new RuleViolation("aftersales.sla.defaultIsForAll").at("kinds");
        }
        if (customers.size() > MOST_CUSTOMERS) {
            throw new RuleViolation("aftersales.sla.tooManyCustomers", MOST_CUSTOMERS).at("customers");
        }
        if (targets.isEmpty()) {
            throw new RuleViolation("aftersales.sla.noTargets").at("targets");
        }
        if (levels.size() > MOST_LEVELS) {
            throw new RuleViolation("aftersales.sla.tooManyLevels", MOST_LEVELS).at("levels");
        }
        if (levels.stream().distinct().count() < levels.size()) {
            throw new RuleViolation("aftersales.sla.levelTwice").at("levels");
        }
    }

    /** The same with other levels. */
    public SlaTerms escalating(List<EscalationLevel> other) {
        return new SlaTerms(basis, customers, tiers, kinds, priorities, calendar, site, customerHours, targets, other);
    }

    /** The same on other hours of ours. */
    SlaTerms on(WorkCalendarId other) {
        return new SlaTerms(basis, customers, tiers, kinds, priorities, other, site, customerHours, targets, levels);
    }

    /** The target of a clock on a ticket of this priority; null where nothing is promised. */
    public @Nullable Target target(ClockType type, Priority priority) {
        return targets.getOrDefault(type, Map.of()).get(priority);
    }

    boolean countsWith(long calendarId) {
        return calendar.value() == calendarId || site != null && site.value() == calendarId;
    }

    boolean fits(TicketTraits ticket) {
        return (kinds.isEmpty() || kinds.contains(ticket.kind()))
                && (priorities.isEmpty() || priorities.contains(ticket.priority()))
                && (basis != PolicyBasis.CUSTOMER || names(ticket) || hasTier(ticket));
    }

    /** Whether the ticket's customer is named, which goes before its tier. */
    boolean names(TicketTraits ticket) {
        return ticket.customer() != null && customers.contains(ticket.customer());
    }

    private boolean hasTier(TicketTraits ticket) {
        return ticket.tier() != null && tiers.contains(ticket.tier());
    }

    private static Map<ClockType, Map<Priority, Target>> copy(Map<ClockType, Map<Priority, Target>> targets) {
        var copy = new EnumMap<ClockType, Map<Priority, Target>>(ClockType.class);
        targets.forEach((type, each) -> {
            if (!each.isEmpty()) {
                copy.put(type, Collections.unmodifiableMap(new EnumMap<>(each)));
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
