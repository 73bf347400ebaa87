/** Mail: reads what comes in, finds the ticket it belongs to, keeps its source, and answers by mail. */
@NullMarked
@ApplicationModule(
        id = "aftersales.mail",
        displayName = "Mail",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.activity",
            "foundation.attachment",
            "foundation.notification",
            "foundation.secret",
            "foundation.job",
            "aftersales.ticket"
        })
package io.throughline.aftersales.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
