package io.throughline.aftersales.sla;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts, publishes and retires policies; every published version is kept. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SlaPolicies {

    private final SlaPolicyRepository policies;
    private final WorkCalendars calendars;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A draft: it promises nothing before it is published. */
    public SlaPolicyId create(Viewer viewer, DraftPolicy wanted) {
        requireKnown(wanted.terms());
        return new SlaPolicyId(policies.saveAndFlush(new SlaPolicy(wanted)).requireId());
    }

    /** @param seen the version the change was made from, refused when it is no longer the stored one; null does not ask */
    public void change(Viewer viewer, SlaPolicyId id, @Nullable Integer seen, DraftPolicy wanted) {
        requireKnown(wanted.terms());
        with(id, seen, policy -> policy.redraft(wanted));
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

    private void requireKnown(SlaTerms terms) {
        requireCalendar(terms.calendar(), "calendar");
        requireCalendar(terms.site(), "site");
        long known = terms.customers().isEmpty()
                ? 0
                : jdbc.sql("select count(*) from foundation.customer where id in (:ids)")
                        .param("ids", terms.customers())
                        .query(Long.class)
                        .single();
        if (known < terms.customers().size()) {
            throw new RuleViolation("aftersales.sla.unknownCustomer").at("customers");
        }
    }

    private void requireCalendar(@Nullable WorkCalendarId calendar, String field) {
        if (calendar != null && !calendars.exists(calendar)) {
            throw new RuleViolation("aftersales.sla.unknownCalendar").at(field);
        }
    }
}
