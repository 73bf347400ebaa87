package io.throughline.web.activity;

import io.throughline.foundation.activity.MentionSuggestions;
import io.throughline.foundation.activity.MentionSuggestions.Suggestion;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues to mention, while the name is being typed. */
@RestController
@RequiredArgsConstructor
class MentionController {

    private static final int LONGEST = 60;

    private final MentionSuggestions suggestions;

    @Limited(Limit.SEARCH)
    @GetMapping("/people/suggest")
    List<Suggestion> suggest(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return suggestions.find(viewer, q.length() > LONGEST ? q.substring(0, LONGEST) : q);
    }
}
