package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.RecordIds;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileAssignment;
import io.throughline.project.schedule.planfile.PlanFileTask;
import io.throughline.project.schedule.planfile.PlanFormat;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stores a whole plan in an empty project by batches: tasks with the dates of the file, links, the baseline the file
 * carries, resources and assignments. Summaries keep what a planning program computed for them; those of a sheet, where
 * nobody did, are derived.
 */
@Component
@RequiredArgsConstructor
class PlanWriter {

    private final RecordIds ids;
    private final TaskDesk desk;
    private final PlanRecords records;
    private final TaskRollUp rollUp;
    private final TaskSearch search;
    private final ObjectProvider<PlannedResources> resources;
    private final Clock clock;

    void write(Viewer viewer, ProjectAccess project, PlanFile plan) {
        var stamp = new PlanRecords.Stamp(project.id().value(), viewer, clock.instant(), project.zone());
        var taskIds = tasks(plan, stamp);
        records.links(stamp, plan.links(), taskIds, ids.take(plan.links().size()));
        baseline(plan, stamp, taskIds);
        if (plan.format() == PlanFormat.XLSX || plan.format() == PlanFormat.CSV) {
            rollUp.derive(stamp.project());
        }
        search.putAll(project.id());
        resources.ifAvailable(store -> store.store(viewer, project.key(), plan, taskIds));
    }

    private Map<Integer, Long> tasks(PlanFile plan, PlanRecords.Stamp stamp) {
        var tasks = plan.tasks();
        var fresh = ids.take(tasks.size());
        var byUid = new HashMap<Integer, Long>();
        for (int i = 0; i < tasks.size(); i++) {
            byUid.put(tasks.get(i).uid(), fresh.get(i));
        }
        int number = desk.numbers(stamp.project(), tasks.size());
        records.tasks(stamp, tasks, byUid, number, effort(plan));
        return byUid;
    }

    private void baseline(PlanFile plan, PlanRecords.Stamp stamp, Map<Integer, Long> taskIds) {
        var known = plan.tasks().stream()
                .filter(t -> t.baselineStart() != null || t.baselineFinish() != null)
                .toList();
        if (!known.isEmpty()) {
            records.baseline(stamp, ids.take(1).get(0), known, taskIds);
        }
    }

    /** Work of people in minutes by task; a summary has that of all below it. */
    private static Map<Integer, Long> effort(PlanFile plan) {
        var parents = new HashMap<Integer, Integer>();
        for (PlanFileTask task : plan.tasks()) {
            var parent = task.parentUid();
            if (parent != null) {
                parents.put(task.uid(), parent);
            }
        }
        var effort = new HashMap<Integer, Long>();
        for (PlanFileAssignment assignment : withoutSummaries(plan)) {
            for (Integer at = assignment.task(); at != null; at = parents.get(at)) {
                effort.merge(at, assignment.workMinutes(), Long::sum);
            }
        }
        return effort;
    }

    private static List<PlanFileAssignment> withoutSummaries(PlanFile plan) {
        var leaves = plan.tasks().stream()
                .filter(t -> !t.summary())
                .map(PlanFileTask::uid)
                .collect(java.util.stream.Collectors.toSet());
        return plan.assignments().stream()
                .filter(a -> a.workMinutes() > 0 && leaves.contains(a.task()))
                .toList();
    }
}
