/** What every page stands in: layout model, menu, language, formats, messages to people, error pages. */
@NullMarked
@ApplicationModule(
        id = "web.shell",
        displayName = "Shell",
        allowedDependencies = {"foundation.model", "foundation.people", "foundation.setting", "web.security"})
package io.throughline.web.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
