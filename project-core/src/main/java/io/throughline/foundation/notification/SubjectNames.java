package io.throughline.foundation.notification;

import io.throughline.foundation.model.SubjectRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the record behind a notice is called and where its page is. */
@Component
class SubjectNames {

    String label(SubjectRef subject, Map<String, ? extends @Nullable Object> data) {
        var given = data.get("label");
        return given != null ? given.toString() : subject.toString();
    }

    @Nullable
    String path(SubjectRef subject, Map<String, ? extends @Nullable Object> data) {
        var given = data.get("path");
        return given != null ? given.toString() : null;
    }
}
