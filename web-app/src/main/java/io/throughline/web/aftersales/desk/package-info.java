/** What the desk keeps ready, on screen and for programs. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.desk",
        displayName = "Desk pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "aftersales.desk",
            "aftersales.ticket",
            "web.aftersales.ticket",
            "web.edit",
            "web.shell",
            "web.security",
            "web.rest"
        })
package io.throughline.web.aftersales.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
