/** Tasks as cards in columns of status, with limits on the work in progress. */
@NullMarked
@ApplicationModule(
        id = "project.board",
        displayName = "Board",
        allowedDependencies = {"foundation.model", "foundation.people", "project.lifecycle", "project.schedule"})
package io.throughline.project.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
