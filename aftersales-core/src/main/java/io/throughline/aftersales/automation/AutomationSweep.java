package io.throughline.aftersales.automation;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Runs the rules on what was heard, oldest first; every few seconds for what its own node did not see through. */
@Component
@RequiredArgsConstructor
class AutomationSweep implements RecurringWork {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final AutomationQueue queue;
    private final RunRules rules;

    @Override
    public String name() {
        return "aftersales.automation.events";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        drain();
    }

    /** On any number of nodes at once; returns when nothing waits that nobody is at. */
    void drain() {
        boolean more = true;
        while (more) {
            more = queue.next(rules::run);
        }
    }
}
