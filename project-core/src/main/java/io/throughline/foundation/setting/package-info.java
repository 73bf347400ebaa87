/** What an administrator may set for the whole company: profile, limits and days, and the counters behind business numbers. */
@NullMarked
@ApplicationModule(
        id = "foundation.setting",
        displayName = "Setting",
        allowedDependencies = {"foundation.model", "foundation.people", "foundation.activity"})
package io.throughline.foundation.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
