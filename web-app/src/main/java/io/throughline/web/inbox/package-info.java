/** The inbox page and the number beside the bell. */
@NullMarked
@ApplicationModule(
        id = "web.inbox",
        displayName = "Inbox",
        allowedDependencies = {
            "foundation.model",
            "foundation.notification",
            "foundation.people",
            "web.security",
            "web.shell"
        })
package io.throughline.web.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
