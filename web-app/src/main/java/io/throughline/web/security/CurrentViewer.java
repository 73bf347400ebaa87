package io.throughline.web.security;

import io.throughline.foundation.people.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in on a request, for what is not a controller: shell, error pages, live events. */
public final class CurrentViewer {

    private CurrentViewer() {}

    public static Optional<Viewer> of(@Nullable HttpServletRequest request) {
        return request == null ? Optional.empty() : ViewerFilter.viewerOf(request);
    }
}
