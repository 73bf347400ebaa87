package io.throughline.aftersales.sla;

import io.throughline.foundation.calendar.WorkCalendarChanged;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.people.CurrentActor;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
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
        if (!shelf.countingWith(changed.calendarId()).isEmpty()) {
            recompute("calendar %d v%d".formatted(changed.calendarId(), changed.revision()));
        }
    }

    private void recompute(String cause) {
        var actor = CurrentActor.get().orElseGet(() -> Viewer.system("sla"));
        jobs.start(actor, RecomputeClocks.KIND, new RecomputeClocks.Payload(cause));
    }
}
