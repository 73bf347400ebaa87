package io.throughline.web.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the demo company is here, and how much of it there is.
 *
 * @param loadedAt when it came the last time; null when it never was here
 */
public record DemoState(
        boolean loaded,
        @Nullable Instant loadedAt,
        long customers,
        long projects,
        long tasks,
        long tickets,
        long people) {}
