package io.throughline.foundation.job;

import java.time.Instant;

/**
 * Work that comes back by the clock; a bean. Runs on one node at a time; a run missed while all nodes were down is made
 * up once.
 */
public interface RecurringWork {

    /** Unique and lasting, for example {@code project.health-check}. */
    String name();

    Rhythm rhythm();

    /** @param now the instant of the run, from the application's clock */
    void run(Instant now);
}
