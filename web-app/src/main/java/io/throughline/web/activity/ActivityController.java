package io.throughline.web.activity;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The whole history of a record, page by page. */
@Controller
@RequiredArgsConstructor
class ActivityController {

    private final ActivityPanels panels;
    private final SubjectAccesses accesses;

    @GetMapping("/activity")
    String show(
            Viewer viewer,
            @RequestParam SubjectRef subject,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        model.addAttribute(
                "panel", panels.of(viewer, accesses.see(viewer, subject), PageRequest.of(after, before, null)));
        var link = accesses.link(subject);
        model.addAttribute("label", link.label());
        model.addAttribute("back", link.pathFor(viewer));
        return "activity/history";
    }
}
