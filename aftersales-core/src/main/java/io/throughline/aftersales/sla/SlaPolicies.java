package io.throughline.aftersales.sla;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts, publishes and retires policies; every published version is kept. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SlaPolicies {

    private final SlaPolicyRepository policies;
    private final KnownThings known;
    private final Clock clock;

    /** A draft: it promises nothing before it is published. */
    public SlaPolicyId create(Viewer viewer, DraftPolicy wanted) {
        known.require(wanted.terms());
        return new SlaPolicyId(policies.saveAndFlush(new SlaPolicy(wanted)).requireId());
    }

    /** @param seen the version the change was made from, refused when it is no longer the stored one; null does not ask */
    public void change(Viewer viewer, SlaPolicyId id, @Nullable Integer seen, DraftPolicy wanted) {
        known.require(wanted.terms());
        with(id, seen, policy -> policy.redraft(wanted));
    }

    /**
     * Writes a level of escalation into the draft.
     *
     * @param number of the level that is replaced, from 1; null adds one behind the last
     * @param place where it then stands among the levels, from 1; beyond the last it is the last
     */
    public void putLevel(
            Viewer viewer,
            SlaPolicyId id,
            @Nullable Integer seen,
            @Nullable Integer number,
            int place,
            EscalationLevel level) {
        known.require(level);
        with(id, seen, policy -> {
            var levels = new ArrayList<>(policy.terms().levels());
            if (number != null) {
                requireLevel(levels, number);
                levels.remove(number - 1);
            }
            levels.add(Math.max(0, Math.min(place - 1, levels.size())), level);
            policy.redraft(policy.terms().escalating(levels));
        });
    }

    public void removeLevel(Viewer viewer, SlaPolicyId id, @Nullable Integer seen, int number) {
        with(id, seen, policy -> {
            var levels = new ArrayList<>(policy.terms().levels());
            requireLevel(levels, number);
            levels.remove(number - 1);
            policy.redraft(policy.terms().escalating(levels));
        });
    }

    private static void requireLevel(List<EscalationLevel> levels, int number) {
        if (number < 1 || number > levels.size()) {
            throw new NotFound("escalation level", number);
        }
    }

    /** From now on the draft holds; open clocks follow. */
    public void publish(Viewer viewer, SlaPolicyId id, @Nullable Integer seen) {
        with(id, seen, policy -> policy.publish(clock.instant()));
    }

    public void retire(Viewer viewer, SlaPolicyId id, @Nullable Integer seen) {
        with(id, seen, policy -> policy.retire(clock.instant()));
    }

    /** Takes a retirement back; the last published version holds again. */
    public void reinstate(Viewer viewer, SlaPolicyId id, @Nullable Integer seen) {
        with(id, seen, SlaPolicy::reinstate);
    }

    private void with(SlaPolicyId id, @Nullable Integer seen, Consumer<SlaPolicy> change) {
        var policy = policies.findById(id.value()).orElseThrow(() -> new NotFound("sla-policy", id.value()));
        policy.requireVersion(seen);
        change.accept(policy);
        policies.saveAndFlush(policy);
    }
}
