package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.planfile.PlanFile;
import java.util.Map;

/** Stores who and what works on an imported plan; answered by the feature that owns resources. */
public interface PlannedResources {

    /**
     * Called in the import's transaction, after the tasks are stored and before their dates are computed.
     *
     * @param taskIds ids of the stored tasks by the file's uid
     * @param calendars ids of the stored calendars by the file's names
     */
    void store(Viewer viewer, String key, PlanFile plan, Map<Integer, Long> taskIds, Map<String, Long> calendars);
}
