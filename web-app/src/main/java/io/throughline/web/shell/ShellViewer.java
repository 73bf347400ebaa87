package io.throughline.web.shell;

import io.throughline.foundation.people.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The signed-in viewer of a request, where the shell also works without one: sign-in, error and survey pages. */
final class ShellViewer {

    private ShellViewer() {}

    static Optional<Viewer> of(HttpServletRequest request) {
        return request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }
}
