package io.throughline.web.project.planfile;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.FileDate;
import io.throughline.project.schedule.FileDates;
import io.throughline.project.schedule.PlanChange;
import io.throughline.web.rest.Pages;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/schedule/imported")
class FileDateApi {

    private final FileDates dates;

    @GetMapping
    ResponseEntity<List<FileDate>> list(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        return Pages.of(dates.of(viewer, key, PageRequest.of(after, before, size)));
    }

    /** The task lies from now on where the file had it; the answer is a change that can be taken back. */
    @PostMapping("/{number}")
    PlanChange keep(Viewer viewer, @PathVariable String key, @PathVariable int number) {
        return dates.keep(viewer, key, number);
    }
}
