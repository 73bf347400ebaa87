/** What an administrator sets for the whole company. */
@NullMarked
@ApplicationModule(
        id = "web.admin.setting",
        displayName = "Admin: settings",
        allowedDependencies = {"foundation.people", "foundation.setting", "web.edit", "web.security", "web.shell"})
package io.throughline.web.admin.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
