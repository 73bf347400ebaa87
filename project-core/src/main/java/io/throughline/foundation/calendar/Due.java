package io.throughline.foundation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A due time that explains itself.
 *
 * @param at the due time, or null while a pause without end holds the clock
 * @param remaining working time still to count when {@code at} is null, else zero
 * @param segments the strip from start to due (in order of time); the time of those that count adds up to the target,
 *     less {@code remaining}
 */
public record Due(@Nullable Instant at, Duration remaining, List<Segment> segments) {}
