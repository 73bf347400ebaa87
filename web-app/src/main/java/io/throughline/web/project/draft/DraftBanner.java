package io.throughline.web.project.draft;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.OpenDraft;
import io.throughline.project.schedule.PlanDraftQueries;
import io.throughline.web.security.CurrentViewer;
import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on every page inside a draft that it is one. */
@ControllerAdvice(annotations = Controller.class)
@RequiredArgsConstructor
class DraftBanner {

    private final PlanDraftQueries drafts;

    /** @param name of the draft */
    record Banner(String project, int number, String name) {}

    @ModelAttribute("openDraft")
    @Nullable
    Banner banner(HttpServletRequest request) {
        return OpenDraft.current()
                .flatMap(open -> CurrentViewer.of(request).map(viewer -> of(viewer, open)))
                .orElse(null);
    }

    private Banner of(Viewer viewer, DraftKey open) {
        var draft = drafts.require(viewer, open.project(), open.draft());
        return new Banner(open.project(), open.draft(), draft.name());
    }
}
