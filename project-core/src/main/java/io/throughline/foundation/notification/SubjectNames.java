package io.throughline.foundation.notification;

import io.throughline.foundation.activity.SubjectAccesses;
import io.throughline.foundation.activity.SubjectLink;
import io.throughline.foundation.model.SubjectRef;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the record behind a notice is called and where its page is, at the time of the notice; used later only for records
 * whose feature gives no {@code SubjectAccess}.
 */
@Component
@RequiredArgsConstructor
class SubjectNames {

    private final SubjectAccesses accesses;

    /** The caller's words first, then the feature's, then the bare reference. */
    SubjectLink of(SubjectRef subject, Map<String, ? extends @Nullable Object> data) {
        var label = data.get("label");
        var path = data.get("path");
        if (label != null) {
            return new SubjectLink(label.toString(), path == null ? "" : path.toString());
        }
        var link = accesses.links(List.of(subject)).get(subject);
        return link == null ? new SubjectLink(subject.toString(), "") : link;
    }
}
