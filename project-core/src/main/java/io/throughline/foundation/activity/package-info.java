/** What happened to a record and what people said about it: timeline, comments, mentions, watchers, and the audit trail. */
@NullMarked
@ApplicationModule(
        id = "foundation.activity",
        displayName = "Activity",
        allowedDependencies = {"foundation.model", "foundation.people", "foundation.search"})
package io.throughline.foundation.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
