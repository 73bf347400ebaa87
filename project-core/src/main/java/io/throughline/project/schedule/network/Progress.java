package io.throughline.project.schedule.network;

/**
 * What has happened on a task that has begun; seconds.
 *
 * @param start when it began
 * @param finish when it ended, {@link Seconds#NONE} while it goes on
 * @param remaining what is left of its duration, 0 when finished
 * @param resume earliest moment at which the rest goes on, or {@link Seconds#NONE}
 */
record Progress(long start, long finish, long remaining, long resume) {

    boolean isFinished() {
        return finish != Seconds.NONE;
    }
}
