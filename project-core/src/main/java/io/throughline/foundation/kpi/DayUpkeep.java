package io.throughline.foundation.kpi;

import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Every half minute: counts the days that were touched or are not counted yet, for a while, and goes on the next time. */
@Component
@RequiredArgsConstructor
class DayUpkeep implements RecurringWork {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final DayKeeper days;
    private final Clock clock;

    @Override
    public String name() {
        return "foundation.kpi.days";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        var end = now.plus(LONGEST);
        while (days.batch() && clock.instant().isBefore(end)) {
            continue;
        }
    }
}
