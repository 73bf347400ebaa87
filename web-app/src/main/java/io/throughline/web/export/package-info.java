/** Lists as files: the rows of a page with its filters and order, for Excel and for programs. */
@NullMarked
@ApplicationModule(
        id = "web.export",
        displayName = "Exports",
        allowedDependencies = {"foundation.model", "foundation.people", "web.security", "web.shell"})
package io.throughline.web.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
