/** The board: tasks as cards that move between columns. */
@NullMarked
@ApplicationModule(
        id = "web.project.board",
        displayName = "Board pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "project.lifecycle",
            "project.schedule",
            "project.board",
            "web.project",
            "web.security",
            "web.shell"
        })
package io.throughline.web.project.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
