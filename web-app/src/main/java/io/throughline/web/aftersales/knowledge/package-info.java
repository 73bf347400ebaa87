/** The knowledge base on screen and for programs: for those who write, for readers, on the ticket, and for everybody. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.knowledge",
        displayName = "Knowledge pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "aftersales.knowledge",
            "aftersales.ticket",
            "web.edit",
            "web.shell",
            "web.security",
            "web.rest"
        })
package io.throughline.web.aftersales.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
