package io.throughline.project.resource;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource in a list.
 *
 * @param project key of the plan that alone knows it; null for one of the pool
 * @param login sign-in name of the user it is
 * @param maxUnits how much there is of it at a time; 1 is one full resource
 * @param skills with the level behind each, best first
 */
public record ResourceRow(
        long id,
        String name,
        ResourceKind kind,
        @Nullable String project,
        @Nullable String login,
        BigDecimal maxUnits,
        @Nullable String unitLabel,
        @Nullable String group,
        @Nullable Long calendarId,
        boolean active,
        List<SkillLevel> skills) {}
