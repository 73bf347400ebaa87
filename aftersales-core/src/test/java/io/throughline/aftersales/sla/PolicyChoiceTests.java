package io.throughline.aftersales.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.aftersales.sla.clock.Target;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.RuleViolation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which policy a ticket gets (service rule 9), and that none is had by accident. */
class PolicyChoiceTests {

    private static final Map<ClockType, Map<Priority, Target>> TARGETS =
            Map.of(ClockType.RESOLUTION, Map.of(Priority.P1, Target.parse("4h")));

    private final PublishedPolicy named = policy(1, customers(Set.of(7L), Set.of()), 90);
    private final PublishedPolicy tier = policy(2, customers(Set.of(), Set.of(CustomerTier.KEY)), 10);
    private final PublishedPolicy kind =
            policy(3, terms(PolicyBasis.KIND_PRIORITY, Set.of(), Set.of(), Set.of(TicketKind.DIAGNOSIS), Set.of()), 10);
    private final PublishedPolicy all =
            policy(4, terms(PolicyBasis.DEFAULT, Set.of(), Set.of(), Set.of(), Set.of()), 10);

    @Test
    void asksCustomersBeforeKindsBeforeTheDefault() {
        var choice = new PolicyChoice(List.of(all, kind, tier, named));

        assertThat(choice.of(ticket(TicketKind.DIAGNOSIS, 7L, CustomerTier.KEY)))
                .contains(named);
        assertThat(choice.of(ticket(TicketKind.DIAGNOSIS, 8L, CustomerTier.KEY)))
                .contains(tier);
        assertThat(choice.of(ticket(TicketKind.DIAGNOSIS, 8L, CustomerTier.STANDARD)))
                .contains(kind);
        assertThat(choice.of(ticket(TicketKind.FEEDBACK, null, null))).contains(all);
    }

    @Test
    void takesTheLowerPositionAmongEquals() {
        var later = policy(5, customers(Set.of(7L), Set.of()), 20);

        assertThat(new PolicyChoice(List.of(named, later)).of(ticket(TicketKind.FEEDBACK, 7L, CustomerTier.STANDARD)))
                .contains(later);
    }

    @Test
    void givesNoSlaWhereNothingMatches() {
        assertThat(new PolicyChoice(List.of(named, tier, kind)).of(ticket(TicketKind.FEEDBACK, null, null)))
                .isEmpty();
    }

    @Test
    void narrowsACustomersPolicyByKind() {
        var narrowed =
                policy(6, terms(PolicyBasis.CUSTOMER, Set.of(7L), Set.of(), Set.of(TicketKind.DIAGNOSIS), Set.of()), 0);

        assertThat(new PolicyChoice(List.of(narrowed, all)).of(ticket(TicketKind.FEEDBACK, 7L, CustomerTier.KEY)))
                .contains(all);
    }

    @Test
    void saysOfEachPolicyWhetherItFitsInTheOrderOfAsking() {
        assertThat(new PolicyChoice(List.of(all, kind, tier, named))
                        .considered(ticket(TicketKind.DIAGNOSIS, 8L, CustomerTier.STANDARD)))
                .extracting(one -> one.policy().policy().value(), one -> one.fits(), one -> one.chosen())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, false, false),
                        org.assertj.core.groups.Tuple.tuple(1L, false, false),
                        org.assertj.core.groups.Tuple.tuple(3L, true, true),
                        org.assertj.core.groups.Tuple.tuple(4L, true, false));
    }

    @Test
    void refusesABasisWithoutItsCondition() {
        assertThatThrownBy(() -> customers(Set.of(), Set.of())).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> terms(PolicyBasis.KIND_PRIORITY, Set.of(), Set.of(), Set.of(), Set.of()))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> terms(PolicyBasis.DEFAULT, Set.of(), Set.of(), Set.of(TicketKind.FEEDBACK), Set.of()))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void readsTheTermsItWrites() {
        for (var policy : List.of(named, tier, kind, all)) {
            assertThat(TermsText.read(TermsText.write(policy.terms()))).isEqualTo(policy.terms());
        }
    }

    private static SlaTerms customers(Set<Long> customers, Set<CustomerTier> tiers) {
        return terms(PolicyBasis.CUSTOMER, customers, tiers, Set.of(), Set.of());
    }

    private static SlaTerms terms(
            PolicyBasis basis,
            Set<Long> customers,
            Set<CustomerTier> tiers,
            Set<TicketKind> kinds,
            Set<Priority> priorities) {
        return new SlaTerms(
                basis,
                customers,
                tiers,
                kinds,
                priorities,
                new WorkCalendarId(1),
                new WorkCalendarId(2),
                true,
                TARGETS,
                List.of());
    }

    private static PublishedPolicy policy(long id, SlaTerms terms, int position) {
        return new PublishedPolicy(new SlaPolicyId(id), id, 1, Instant.EPOCH, "策略", "Policy", position, terms);
    }

    private static TicketTraits ticket(TicketKind kind, @Nullable Long customer, @Nullable CustomerTier tier) {
        return new TicketTraits(kind, false, Priority.P1, customer, tier, null);
    }
}
