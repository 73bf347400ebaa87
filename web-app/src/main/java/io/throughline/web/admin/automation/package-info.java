/** Administration of automation rules: the list, forms, trials against the past, the log, and the REST resource beside them. */
@NullMarked
@ApplicationModule(
        id = "web.admin.automation",
        displayName = "Admin: automation",
        allowedDependencies = {
            "foundation.customer",
            "foundation.model",
            "foundation.people",
            "aftersales.automation",
            "aftersales.ticket",
            "web.edit",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.admin.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
