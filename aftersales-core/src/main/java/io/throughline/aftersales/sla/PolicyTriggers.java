package io.throughline.aftersales.sla;

import io.throughline.foundation.calendar.WorkCalendarChanged;
import io.throughline.foundation.customer.ServiceTermsChanged;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has open clocks recomputed when what they count by has changed. */
@Component
@RequiredArgsConstructor
class PolicyTriggers {

    private final PolicyShelf shelf;
    private final Jobs jobs;

    @EventListener
    void on(SlaPolicyChanged changed) {
        recompute("SLA policy %d v%d%s"
                .formatted(changed.policyId(), changed.number(), changed.retired() ? " retired" : ""));
    }

    @EventListener
    void on(WorkCalendarChanged changed) {
        if (shelf.countsWith(changed.calendarId())) {
            recompute("calendar %d v%d".formatted(changed.calendarId(), changed.revision()));
        }
    }

    @EventListener
    void on(ServiceTermsChanged changed) {
        if (!shelf.inForce().all().isEmpty()) {
            recompute("customer " + changed.what(), changed.customerId().value());
        }
    }

    private void recompute(String cause) {
        recompute(cause, null);
    }

    private void recompute(String cause, @Nullable Long customer) {
        var actor = CurrentActor.get().orElseGet(() -> Viewer.system("sla"));
        jobs.start(actor, RecomputeClocks.KIND, new RecomputeClocks.Payload(cause, customer));
    }
}
