package io.throughline.project.resource;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A resource that comes with a plan.
 *
 * @param uid its number there
 * @param maxUnits 1 is one full resource
 * @param calendarId its own working hours; null for those of the plan
 */
public record PlanResource(
        int uid,
        String name,
        ResourceKind kind,
        BigDecimal maxUnits,
        @Nullable String unitLabel,
        @Nullable String email,
        @Nullable String group,
        @Nullable Long calendarId) {}
