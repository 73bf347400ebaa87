/** What happened to a record and what people say about it, as a panel any page may stand in; the audit trail's page. */
@NullMarked
@ApplicationModule(
        id = "web.activity",
        displayName = "Activity pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.attachment",
            "web.edit",
            "web.security",
            "web.shell"
        })
package io.throughline.web.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
