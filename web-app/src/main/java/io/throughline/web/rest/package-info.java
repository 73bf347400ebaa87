/** Conventions every REST resource shares: problem documents, pages with links, versions as entity tags, merge patches. */
@NullMarked
@ApplicationModule(
        id = "web.rest",
        displayName = "REST",
        allowedDependencies = {"foundation.activity", "foundation.model", "foundation.people", "web.security"})
package io.throughline.web.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
