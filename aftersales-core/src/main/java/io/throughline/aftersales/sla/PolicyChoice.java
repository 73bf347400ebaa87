package io.throughline.aftersales.sla;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the policies a ticket gets (service rule 9): the first that fits by basis, a named customer before a tier,
 * position, and age. A pure function.
 */
public final class PolicyChoice {

    private final List<PublishedPolicy> policies;

    public PolicyChoice(List<PublishedPolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    List<PublishedPolicy> all() {
        return policies;
    }

    /** Empty where nothing matches: the ticket has no SLA (service rule 8). */
    public Optional<PublishedPolicy> of(TicketTraits ticket) {
        return ranked(ticket).filter(policy -> policy.terms().fits(ticket)).findFirst();
    }

    /** Every policy in the order in which it is asked, for whoever wants to know why. */
    public List<Considered> considered(TicketTraits ticket) {
        var chosen = of(ticket).map(PublishedPolicy::version).orElse(0L);
        return ranked(ticket)
                .map(policy -> new Considered(policy, policy.terms().fits(ticket), policy.version() == chosen))
                .toList();
    }

    /** @param fits whether its conditions hold; of several that fit, the first is chosen */
    public record Considered(PublishedPolicy policy, boolean fits, boolean chosen) {}

    private java.util.stream.Stream<PublishedPolicy> ranked(TicketTraits ticket) {
        return policies.stream()
                .sorted(Comparator.comparing(
                                (PublishedPolicy policy) -> policy.terms().basis())
                        .thenComparing(policy -> !policy.terms().names(ticket))
                        .thenComparing(PublishedPolicy::position)
                        .thenComparing(policy -> policy.policy().value()));
    }
}
