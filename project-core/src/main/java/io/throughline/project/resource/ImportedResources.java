package io.throughline.project.resource;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.PlannedResources;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileAssignment;
import io.throughline.project.schedule.planfile.PlanFileResource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands the people, machines, materials and costs of a plan file to {@link PlanResources}. */
@Component
@RequiredArgsConstructor
class ImportedResources implements PlannedResources {

    private static final double MOST_UNITS = 99_999;

    private final PlanResources resources;
    private final ExportedResources exported;

    @Override
    public void store(
            Viewer viewer, String key, PlanFile plan, Map<Integer, Long> taskIds, Map<String, Long> calendars) {
        resources.take(
                viewer,
                key,
                plan.resources().stream()
                        .map(resource -> resource(resource, calendars))
                        .toList(),
                plan.assignments().stream().map(ImportedResources::assignment).toList(),
                taskIds);
    }

    @Override
    public Staffed of(ProjectId project, Map<Long, Integer> tasks) {
        return exported.of(project, tasks);
    }

    private static PlanResource resource(PlanFileResource resource, Map<String, Long> calendars) {
        return new PlanResource(
                resource.uid(),
                resource.name(),
                ResourceKind.of(resource.type()),
                units(resource.maxUnits()),
                cut(resource.materialLabel(), 40),
                cut(resource.email(), 254),
                cut(resource.group(), 120),
                resource.calendarName() == null ? null : calendars.get(resource.calendarName()));
    }

    private static PlanAssignment assignment(PlanFileAssignment assignment) {
        return new PlanAssignment(
                assignment.task(), assignment.resource(), units(assignment.units()), assignment.workMinutes());
    }

    /** Files count in percent, we in full resources. */
    private static BigDecimal units(double percent) {
        return BigDecimal.valueOf(Math.min(MOST_UNITS, percent / 100)).setScale(4, RoundingMode.HALF_UP);
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
