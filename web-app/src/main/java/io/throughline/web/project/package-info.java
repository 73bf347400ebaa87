/** What all pages of a project share: head, tabs, and the way from a former key to the new one. */
@NullMarked
@ApplicationModule(
        id = "web.project",
        displayName = "Project pages",
        allowedDependencies = {"foundation.model", "foundation.people", "project.lifecycle", "web.shell"})
package io.throughline.web.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
