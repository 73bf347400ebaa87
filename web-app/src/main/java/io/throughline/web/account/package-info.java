/** A person's own affairs: language and look, password, second factor, tokens, open sessions and which notices they want. */
@NullMarked
@ApplicationModule(
        id = "web.account",
        displayName = "Account",
        allowedDependencies = {
            "foundation.model",
            "foundation.notification",
            "foundation.people",
            "web.security",
            "web.shell"
        })
package io.throughline.web.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
