package io.throughline.web.search;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was found and may still be seen. The index knows who could find a record when it was written; a team left since, or
 * another account executive, is asked of the record itself, by one question per record type.
 */
@Component
@RequiredArgsConstructor
class VisibleHits {

    private final Search search;
    private final SubjectAccesses accesses;

    List<Search.Hit> find(Viewer viewer, String typed, @Nullable String type, int most) {
        var hits = search.find(viewer, typed, type, most);
        var visible =
                accesses.visible(viewer, hits.stream().map(VisibleHits::subject).toList());
        return hits.stream()
                .filter(hit -> !accesses.knows(hit.type()) || visible.contains(subject(hit)))
                .toList();
    }

    private static SubjectRef subject(Search.Hit hit) {
        return new SubjectRef(hit.type(), hit.id());
    }
}
