package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PlanPreview;
import io.throughline.project.schedule.PlanPreviews;
import io.throughline.project.schedule.UnfinishedTasks;
import io.throughline.project.schedule.UnfinishedTasks.Left;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What moving unfinished work behind the status date would bring. */
@Component
@RequiredArgsConstructor
class UnfinishedPreviews {

    private final UnfinishedTasks unfinished;
    private final PlanPreviews previews;

    /** See {@link UnfinishedTasks.Moved}. */
    record Shown(
            LocalDate after, List<Integer> resumed, List<Integer> postponed, List<Left> left, PlanPreview preview) {}

    Shown of(Viewer viewer, String key) {
        var seen = new ArrayList<UnfinishedTasks.Moved>();
        var preview = previews.of(viewer, key, () -> {
            var moved = unfinished.move(viewer, key);
            seen.add(moved);
            return moved.change();
        });
        var work = seen.get(0);
        return new Shown(work.after(), work.resumed(), work.postponed(), work.left(), preview);
    }
}
