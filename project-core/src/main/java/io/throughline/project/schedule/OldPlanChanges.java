package io.throughline.project.schedule;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Forgets the changes of plans that can no longer be taken back. */
@Component
@RequiredArgsConstructor
class OldPlanChanges implements RecurringWork {

    private final PlanChanges changes;

    @Override
    public String name() {
        return "project.schedule.forget-changes";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofHours(6));
    }

    @Override
    public void run(Instant now) {
        changes.forget(now.minus(PlanChanges.KEPT).minus(Duration.ofHours(1)));
    }
}
