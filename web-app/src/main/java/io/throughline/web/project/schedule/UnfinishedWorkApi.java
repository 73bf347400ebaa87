package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.UnfinishedTasks;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves unfinished work behind the plan's status date, for programs. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/schedule/unfinished-work")
class UnfinishedWorkApi {

    private final UnfinishedTasks unfinished;
    private final UnfinishedPreviews previews;

    @PostMapping
    UnfinishedTasks.Moved move(Viewer viewer, @PathVariable String key) {
        return unfinished.move(viewer, key);
    }

    /** What it would move; nothing is changed. */
    @PostMapping("/preview")
    UnfinishedPreviews.Shown preview(Viewer viewer, @PathVariable String key) {
        return previews.of(viewer, key);
    }
}
