/** The doors: sign-in, sessions, tokens, and for each address the roles that may call it; what is not allowed is refused. */
@NullMarked
@ApplicationModule(
        id = "web.security",
        displayName = "Security",
        allowedDependencies = {"foundation.model", "foundation.people"})
package io.throughline.web.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
