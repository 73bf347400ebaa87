package io.throughline.project.schedule;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was expected of a milestone when. */
public record ForecastPoint(
        int number,
        String name,
        Instant reportedAt,
        LocalDate forecast,
        @Nullable String reason) {}
