/** The database on this machine: starts PostgreSQL beside its data, hands out its connections, backs up and restores. */
@NullMarked
@ApplicationModule(
        id = "web.database",
        displayName = "Database",
        allowedDependencies = {})
package io.throughline.web.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
