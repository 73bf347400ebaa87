package io.throughline.project.lifecycle;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A project as its customer sees it: no budget, no health, no plan. */
public record PortalProject(
        ProjectId id,
        String key,
        String name,
        ProjectStatus status,
        Phase phase,
        ZoneId zone,
        @Nullable String managerName,
        @Nullable LocalDate committedDate,
        @Nullable LocalDate finalAcceptanceDate) {}
