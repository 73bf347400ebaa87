package io.throughline.project.schedule.network;

import java.time.LocalDateTime;

/**
 * What the engine says of one task. Times are local date-times of the project, slack is working minutes of the task's
 * calendar (minutes by the clock for elapsed durations), negative where a deadline, a constraint or an actual start
 * cannot be met.
 *
 * @param start planned, as is {@code finish}
 * @param totalSlack delay possible without moving the project's finish: the smaller of start and finish slack
 * @param freeSlack delay possible without moving a successor; never negative
 * @param critical unfinished, with total slack not above the plan's limit; a summary with a critical part
 */
public record TaskDates(
        long id,
        boolean summary,
        LocalDateTime start,
        LocalDateTime finish,
        LocalDateTime earlyStart,
        LocalDateTime earlyFinish,
        LocalDateTime lateStart,
        LocalDateTime lateFinish,
        long totalSlack,
        long freeSlack,
        boolean critical) {}
