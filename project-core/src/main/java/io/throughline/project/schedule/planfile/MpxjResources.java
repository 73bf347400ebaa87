package io.throughline.project.schedule.planfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Resource;
import org.mpxj.ResourceAssignment;
import org.mpxj.TimeUnit;

/** Who and what works on the tasks of a file. */
final class MpxjResources {
    private final ProjectFile file;
    private final MpxjTasks tasks;
    private final ReportBuilder report;
    private final Map<Resource, Integer> uids = new IdentityHashMap<>();

    MpxjResources(ProjectFile file, MpxjTasks tasks, ReportBuilder report) {
        this.file = file;
        this.tasks = tasks;
        this.report = report;
    }

    List<PlanFileResource> resources() {
        var resources = new ArrayList<PlanFileResource>();
        for (var resource : file.getResources()) {
            var name = PlanText.line(resource.getName(), PlanText.NAME);
            if (resource.getNull() || name == null) {
                continue;
            }
            int uid = resource.getUniqueID() == null ? -1 - resources.size() : resource.getUniqueID();
            uids.put(resource, uid);
            resources.add(new PlanFileResource(
                    uid,
                    name,
                    type(resource),
                    positive(maxUnits(resource), 100),
                    PlanText.line(resource.getEmailAddress(), PlanText.NAME),
                    PlanText.line(resource.getGroup(), PlanText.NAME),
                    PlanText.line(resource.getMaterialLabel(), 60),
                    MpxjPlan.calendarName(resource.getCalendar())));
        }
        return resources;
    }

    /** One line a task and resource; several of the same pair, as some files have them, are added up. */
    List<PlanFileAssignment> assignments() {
        var found = new HashMap<Long, PlanFileAssignment>();
        var order = new ArrayList<Long>();
        for (var assignment : file.getResourceAssignments()) {
            var task = tasks.uidOf(assignment.getTask());
            var resource = assignment.getResource() == null ? null : uids.get(assignment.getResource());
            if (task == null || resource == null) {
                continue;
            }
            long work = minutes(assignment.getWork());
            var line = new PlanFileAssignment(task, resource, units(assignment, work), work);
            long pair = ((long) task << 32) ^ (resource & 0xFFFF_FFFFL);
            if (found.merge(pair, line, MpxjResources::sum) == line) {
                order.add(pair);
            } else {
                report.left("repeatedAssignments", assignment.getResource().getName());
            }
        }
        return order.stream()
                .map(pair -> Objects.requireNonNull(found.get(pair)))
                .toList();
    }

    /**
     * What an assignment with a contour or overtime takes on average, so that its work ends when the file's does: ours are
     * even. Example: 20 hours back loaded over 5 days of 8 hours are 50 %.
     */
    private double units(ResourceAssignment assignment, long work) {
        double units = positive(assignment.getUnits(), 100);
        if (!isUneven(assignment)) {
            return units;
        }
        report.left("unevenWork", named(assignment));
        long span = span(assignment);
        return work > 0 && span > 0 ? 100.0 * work / span : units;
    }

    private boolean isUneven(ResourceAssignment assignment) {
        var contour = assignment.getWorkContour();
        return contour != null && !contour.isContourFlat() || minutes(assignment.getOvertimeWork()) > 0;
    }

    private static String named(ResourceAssignment assignment) {
        return Objects.requireNonNullElse(assignment.getTask().getName(), "") + " – "
                + Objects.requireNonNullElse(assignment.getResource().getName(), "");
    }

    /** Working minutes from its start to its end. */
    private long span(ResourceAssignment assignment) {
        var start = MpxjPlan.sane(assignment.getStart());
        var finish = MpxjPlan.sane(assignment.getFinish());
        var calendar = assignment.getEffectiveCalendar();
        var duration = assignment.getTask().getDuration();
        boolean elapsed = duration != null && duration.getUnits().isElapsed();
        return elapsed || start == null || finish == null || calendar == null || !finish.isAfter(start)
                ? 0
                : minutes(calendar.getWork(start, finish, TimeUnit.MINUTES));
    }

    private long minutes(@Nullable Duration duration) {
        return duration == null ? 0 : Math.max(0, MpxjPlan.minutes(file, duration));
    }

    private static PlanFileAssignment sum(PlanFileAssignment a, PlanFileAssignment b) {
        return new PlanFileAssignment(
                a.task(), a.resource(), Math.max(a.units(), b.units()), a.workMinutes() + b.workMinutes());
    }

    /** The first line of the availability table: the library's own answer depends on today. */
    private static @Nullable Number maxUnits(Resource resource) {
        for (var line : resource.getAvailability()) {
            if (line.getUnits() != null) {
                return line.getUnits();
            }
        }
        return resource.getMaxUnits();
    }

    private static PlanFileResource.Type type(Resource resource) {
        var type = resource.getType();
        if (type == null) {
            return PlanFileResource.Type.WORK;
        }
        return switch (type) {
            case MATERIAL -> PlanFileResource.Type.MATERIAL;
            case COST -> PlanFileResource.Type.COST;
            default -> PlanFileResource.Type.WORK;
        };
    }

    private static double positive(@Nullable Number units, double otherwise) {
        double value = units == null ? otherwise : units.doubleValue();
        return Double.isFinite(value) && value >= 0 && value <= 1e9 ? value : otherwise;
    }
}
