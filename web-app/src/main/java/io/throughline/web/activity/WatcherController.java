package io.throughline.web.activity;

import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts and stops watching a record. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/watchers")
class WatcherController {

    private final Watchers watchers;
    private final SubjectPlaces places;

    @PostMapping
    String watch(Viewer viewer, @RequestParam SubjectRef subject, RedirectAttributes redirect) {
        watchers.watch(viewer, subject);
        Toast.done("foundation.activity.watch.started")
                .undo("/watchers/removal?subject=" + subject)
                .after(redirect);
        return places.backTo(viewer, subject);
    }

    @PostMapping("/removal")
    String unwatch(Viewer viewer, @RequestParam SubjectRef subject, RedirectAttributes redirect) {
        watchers.unwatch(viewer, subject);
        Toast.done("foundation.activity.watch.stopped")
                .undo("/watchers?subject=" + subject)
                .after(redirect);
        return places.backTo(viewer, subject);
    }
}
