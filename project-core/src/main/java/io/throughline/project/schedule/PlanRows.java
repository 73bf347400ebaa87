package io.throughline.project.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileLink;
import io.throughline.project.schedule.planfile.PlanFileResource;
import io.throughline.project.schedule.planfile.PlanFileTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first lines of a plan, for a person to see whether it is the right one. */
final class PlanRows {

    private static final double DAY = 480;

    private PlanRows() {}

    static List<PlanDryRun.Row> first(PlanFile plan, int count) {
        var numbers = plan.tasks().stream().collect(toMap(PlanFileTask::uid, PlanFileTask::row));
        var links = plan.links().stream().collect(groupingBy(PlanFileLink::successor));
        var people =
                plan.resources().stream().collect(toMap(PlanFileResource::uid, PlanFileResource::name, (a, b) -> a));
        var assigned = plan.assignments().stream().collect(groupingBy(a -> a.task()));
        return plan.tasks().stream()
                .limit(count)
                .map(task -> new PlanDryRun.Row(
                        task.row(),
                        task.outlineLevel(),
                        task.name(),
                        task.start(),
                        task.finish(),
                        days(task),
                        (int) task.percentComplete(),
                        task.milestone(),
                        task.summary(),
                        links.getOrDefault(task.uid(), List.of()).stream()
                                .map(link -> numbers.get(link.predecessor())
                                        + link.type().code())
                                .collect(joining(", ")),
                        assigned.getOrDefault(task.uid(), List.of()).stream()
                                .map(a -> people.getOrDefault(a.resource(), ""))
                                .collect(joining(", "))))
                .toList();
    }

    private static @Nullable Double days(PlanFileTask task) {
        var minutes = task.durationMinutes();
        return minutes == null || task.summary() ? null : Double.valueOf(minutes / (task.elapsed() ? 1440 : DAY));
    }
}
