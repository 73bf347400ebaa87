/** Administration of mail coming in: what came and what became of it, the test page, mailboxes, and the raw endpoint. */
@NullMarked
@ApplicationModule(
        id = "web.admin.mail",
        displayName = "Admin: mail",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "aftersales.mail",
            "aftersales.mail :: mime",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.admin.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
