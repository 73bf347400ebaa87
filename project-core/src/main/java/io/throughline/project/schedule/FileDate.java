package io.throughline.project.schedule;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that the plan puts elsewhere than the file it came from; local date-times of the project.
 *
 * @param uid its number in the file
 * @param summary follows its parts: its dates cannot be kept by themselves
 * @param reasons what decides the dates that the plan has
 */
public record FileDate(
        int no,
        @Nullable String uid,
        String name,
        boolean summary,
        LocalDateTime fileStart,
        LocalDateTime fileFinish,
        LocalDateTime start,
        LocalDateTime finish,
        List<DateReason> reasons) {

    public FileDate {
        reasons = List.copyOf(reasons);
    }

    FileDate because(List<DateReason> why) {
        return new FileDate(no, uid, name, summary, fileStart, fileFinish, start, finish, why);
    }
}
