/** What reaches people: notices in the inbox, mail through the outbox, and live events to open pages on every node. */
@NullMarked
@ApplicationModule(
        id = "foundation.notification",
        displayName = "Notification",
        allowedDependencies = {"foundation.activity", "foundation.model", "foundation.people"})
package io.throughline.foundation.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
