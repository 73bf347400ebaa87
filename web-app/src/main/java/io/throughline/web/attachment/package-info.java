/** Files on records: listed, sent and taken in. */
@NullMarked
@ApplicationModule(
        id = "web.attachment",
        displayName = "Attachment pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.attachment",
            "aftersales.mail",
            "aftersales.ticket",
            "web.security",
            "web.shell"
        })
package io.throughline.web.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
