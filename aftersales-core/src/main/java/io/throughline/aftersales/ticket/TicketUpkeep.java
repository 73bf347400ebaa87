package io.throughline.aftersales.ticket;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.people.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Twice a minute: brings back what was on hold until now, closes what was resolved long enough ago, forgets old batches. */
@Component
@RequiredArgsConstructor
class TicketUpkeep implements RecurringWork {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST_BATCHES = 100;

    private final TicketTimers timers;

    @Override
    public String name() {
        return "aftersales.ticket.upkeep";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        var system = Viewer.system("ticket upkeep");
        drain(timers::closeResolved, system);
        drain(timers::wakeHeld, system);
        drain(timers::forgetBatches, system);
    }

    private static void drain(ToIntFunction<Viewer> batch, Viewer system) {
        int batches = 0;
        while (batches < MOST_BATCHES && batch.applyAsInt(system) > 0) {
            batches++;
        }
    }
}
