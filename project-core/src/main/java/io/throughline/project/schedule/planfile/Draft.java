package io.throughline.project.schedule.planfile;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A task of a sheet while its row is being read. */
final class Draft {
    final SheetRow row;
    final int uid;
    final String name;
    int level = 1;

    @Nullable
    Draft parent;

    boolean summary;
    boolean milestone;
    boolean lost;
    boolean elapsed;
    boolean spansStart;
    boolean spansFinish;

    @Nullable
    String wbs;

    @Nullable
    Long minutes;

    @Nullable
    LocalDateTime start;

    @Nullable
    LocalDateTime finish;

    Draft(SheetRow row, int uid, String name) {
        this.row = row;
        this.uid = uid;
        this.name = name;
    }

    /** Stretches a summary over one of its parts, where its own row says nothing. */
    void span(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        if (spansStart && from != null && (start == null || from.isBefore(start))) {
            start = from;
        }
        if (spansFinish && to != null && (finish == null || to.isAfter(finish))) {
            finish = to;
        }
    }
}
