package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.PolicyBasis;
import io.throughline.aftersales.sla.SlaTerms;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.customer.CustomerTier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy promises as programs read it.
 *
 * @param customers numbers
 * @param site calendar of the customer's hours; null for ours alone
 * @param customerHours whether the calendar of the ticket's own customer counts in the same way
 * @param targets {@code 90m}, {@code 5bd}, {@code 5bd+eod} by clock and priority
 */
record TermsBody(
        PolicyBasis basis,
        List<String> customers,
        Set<CustomerTier> tiers,
        Set<TicketKind> kinds,
        Set<Priority> priorities,
        long calendar,
        @Nullable Long site,
        boolean customerHours,
        Map<ClockType, Map<Priority, String>> targets,
        List<LevelBody> levels) {

    static TermsBody of(SlaTerms terms, List<String> customers) {
        var site = terms.site();
        return new TermsBody(
                terms.basis(),
                customers,
                terms.tiers(),
                terms.kinds(),
                terms.priorities(),
                terms.calendar().value(),
                site == null ? null : site.value(),
                terms.customerHours(),
                Targets.texts(terms),
                terms.levels().stream().map(LevelBody::of).toList());
    }
}
