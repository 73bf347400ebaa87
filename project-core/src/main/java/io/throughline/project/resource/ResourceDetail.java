package io.throughline.project.resource;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of one resource.
 *
 * @param userId the user it is
 * @param leave earliest first
 */
public record ResourceDetail(
        long id,
        int version,
        String name,
        ResourceKind kind,
        @Nullable String project,
        @Nullable Long userId,
        @Nullable String login,
        BigDecimal maxUnits,
        @Nullable String unitLabel,
        @Nullable String group,
        @Nullable Long calendarId,
        @Nullable String calendarName,
        boolean active,
        List<SkillLevel> skills,
        List<Leave> leave) {

    public ResourceRow row() {
        return new ResourceRow(id, name, kind, project, login, maxUnits, unitLabel, group, calendarId, active, skills);
    }
}
