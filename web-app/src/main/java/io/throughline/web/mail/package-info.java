/** Mail on its way out and in: words from templates, the mail server, the mailboxes, and the administrator's view of the outbox. */
@NullMarked
@ApplicationModule(
        id = "web.mail",
        displayName = "Mail",
        allowedDependencies = {
            "foundation.activity",
            "foundation.attachment",
            "foundation.model",
            "foundation.notification",
            "foundation.people",
            "aftersales.mail",
            "web.security",
            "web.shell"
        })
package io.throughline.web.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
