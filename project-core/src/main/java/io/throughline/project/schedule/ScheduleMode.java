package io.throughline.project.schedule;

/** Whether links and calendars set a task's dates, or a person pinned them. */
public enum ScheduleMode {
    AUTO,
    MANUAL
}
