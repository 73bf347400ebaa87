/** Mail on its way out: words from templates, the mail server, and the administrator's view of the outbox. */
@NullMarked
@ApplicationModule(
        id = "web.mail",
        displayName = "Mail",
        allowedDependencies = {
            "foundation.activity",
            "foundation.model",
            "foundation.notification",
            "foundation.people",
            "web.security",
            "web.shell"
        })
package io.throughline.web.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
