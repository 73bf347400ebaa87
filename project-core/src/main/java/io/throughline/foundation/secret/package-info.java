/** Passwords of other systems that the product must know: sealed in the database by a key that is outside it. */
@NullMarked
@ApplicationModule(
        id = "foundation.secret",
        displayName = "Secret",
        allowedDependencies = {"foundation.model", "foundation.people"})
package io.throughline.foundation.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
