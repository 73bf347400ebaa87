package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileAssignment;
import io.throughline.project.schedule.planfile.PlanFileResource;
import java.util.List;
import java.util.Map;

/** Stores who and what works on an imported plan, and tells it again; answered by the feature that owns resources. */
public interface PlannedResources {

    /**
     * Called in the import's transaction, after the tasks are stored and before their dates are computed.
     *
     * @param taskIds ids of the stored tasks by the file's uid
     * @param calendars ids of the stored calendars by the file's names
     */
    void store(Viewer viewer, String key, PlanFile plan, Map<Integer, Long> taskIds, Map<String, Long> calendars);

    /** @param tasks the numbers that the tasks have in the file to be written, by id */
    Staffed of(ProjectId project, Map<Long, Integer> tasks);

    /**
     * Who and what works on a plan.
     *
     * @param resources without their calendars
     * @param calendars ids of their own calendars by uid
     */
    record Staffed(
            List<PlanFileResource> resources, List<PlanFileAssignment> assignments, Map<Integer, Long> calendars) {

        static final Staffed NONE = new Staffed(List.of(), List.of(), Map.of());
    }
}
