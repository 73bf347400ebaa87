/** Live pages: one stream of server-sent events for each open page, fed by the events of every node. */
@NullMarked
@ApplicationModule(
        id = "web.live",
        displayName = "Live pages",
        allowedDependencies = {"foundation.notification", "foundation.people", "web.security"})
package io.throughline.web.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
