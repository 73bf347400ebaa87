package io.throughline.project.schedule;

import static java.util.stream.Collectors.toSet;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.RecordIds;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileAssignment;
import io.throughline.project.schedule.planfile.PlanFileBaseline;
import io.throughline.project.schedule.planfile.PlanFileResource;
import io.throughline.project.schedule.planfile.PlanFileTask;
import io.throughline.project.schedule.planfile.PlanFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stores a whole plan in an empty project by batches: tasks with the dates of the file, links, the baseline the file
 * carries, resources and assignments; then computes it.
 */
@Component
@RequiredArgsConstructor
class PlanWriter {

    private final RecordIds ids;
    private final TaskDesk desk;
    private final PlanRecords records;
    private final TaskRollUp rollUp;
    private final Replanning replanning;
    private final FilePlans files;
    private final TaskSearch search;
    private final ObjectProvider<PlannedResources> resources;
    private final Clock clock;

    void write(Viewer viewer, ProjectAccess project, PlanFile plan, ImportCourse course) {
        var stamp = new PlanRecords.Stamp(project.id().value(), viewer, clock.instant(), project.zone());
        var written = new Written(
                course,
                plan.tasks().size() + plan.links().size() + plan.assignments().size());
        boolean sheet = plan.format() == PlanFormat.XLSX || plan.format() == PlanFormat.CSV;
        var calendars = sheet ? Map.<String, Long>of() : files.calendars(viewer, project, plan);
        if (!sheet) {
            files.frame(viewer, project, plan, calendars);
        }
        var taskIds = tasks(plan, stamp, calendars, written);
        records.links(stamp, plan.links(), taskIds, ids.take(plan.links().size()), written);
        baselines(plan, stamp, taskIds);
        resources.ifAvailable(store -> store.store(viewer, project.key(), plan, taskIds, calendars));
        if (sheet) {
            rollUp.derive(stamp.project());
            replanning.settle(viewer, project.id());
        } else {
            files.compute(viewer, project, plan, taskIds);
        }
        search.putAll(project.id());
        written.accept(plan.assignments().size());
    }

    /** Adds up what has been written. */
    @RequiredArgsConstructor
    private static final class Written implements IntConsumer {

        private final ImportCourse course;
        private final long total;
        private long done;

        @Override
        public void accept(int rows) {
            done += rows;
            course.at(done, total);
        }
    }

    private Map<Integer, Long> tasks(
            PlanFile plan, PlanRecords.Stamp stamp, Map<String, Long> calendars, Written written) {
        var tasks = plan.tasks();
        var fresh = ids.take(tasks.size());
        var byUid = new HashMap<Integer, Long>();
        var ownCalendars = new HashMap<Integer, Long>();
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            byUid.put(task.uid(), fresh.get(i));
            var calendar = task.calendarName() == null ? null : calendars.get(task.calendarName());
            if (calendar != null) {
                ownCalendars.put(task.uid(), calendar);
            }
        }
        int number = desk.numbers(stamp.project(), tasks.size());
        records.tasks(stamp, tasks, byUid, number, effort(plan), ownCalendars, written);
        return byUid;
    }

    private void baselines(PlanFile plan, PlanRecords.Stamp stamp, Map<Integer, Long> taskIds) {
        var own = plan.tasks().stream()
                .filter(t -> t.baselineStart() != null || t.baselineFinish() != null)
                .map(t -> new PlanFileBaseline.Line(t.uid(), t.baselineStart(), t.baselineFinish()))
                .toList();
        var all = new ArrayList<PlanFileBaseline>();
        if (!own.isEmpty()) {
            all.add(new PlanFileBaseline(0, null, own));
        }
        all.addAll(plan.baselines());
        records.baselines(stamp, all, ids.take(all.size()), taskIds);
        if (own.isEmpty() && !all.isEmpty()) {
            records.hold(all.get(0), taskIds);
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
        for (PlanFileAssignment assignment : workOfPeople(plan)) {
            for (Integer at = assignment.task(); at != null; at = parents.get(at)) {
                effort.merge(at, assignment.workMinutes(), Long::sum);
            }
        }
        return effort;
    }

    /** On leaves only; what files call the work of a material is its quantity. */
    private static List<PlanFileAssignment> workOfPeople(PlanFile plan) {
        var leaves = plan.tasks().stream()
                .filter(t -> !t.summary())
                .map(PlanFileTask::uid)
                .collect(toSet());
        var people = plan.resources().stream()
                .filter(r -> r.type() == PlanFileResource.Type.WORK)
                .map(PlanFileResource::uid)
                .collect(toSet());
        return plan.assignments().stream()
                .filter(a -> a.workMinutes() > 0 && leaves.contains(a.task()) && people.contains(a.resource()))
                .toList();
    }
}
