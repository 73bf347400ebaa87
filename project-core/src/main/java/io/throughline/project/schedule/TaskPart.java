package io.throughline.project.schedule;

import java.util.Map;

/**
 * An entity of another feature that belongs to a task and counts for its dates: its changes are planned and taken back
 * with those of the task.
 */
public interface TaskPart {

    long getTaskId();

    /** Who or what works on it, as {@link TaskCrews#people} knows it. */
    long getResourceId();

    /** Its properties that tell it from the other parts of the task, the task among them. */
    default Map<String, Object> identity() {
        return Map.of("taskId", getTaskId(), "resourceId", getResourceId());
    }
}
