/** Administration of SLA policies: the list, forms with versions, publication, and the REST resource beside them. */
@NullMarked
@ApplicationModule(
        id = "web.admin.sla",
        displayName = "Admin: SLA policies",
        allowedDependencies = {
            "foundation.calendar",
            "foundation.customer",
            "foundation.job",
            "foundation.model",
            "foundation.people",
            "aftersales.sla",
            "aftersales.sla :: clock",
            "aftersales.ticket",
            "web.edit",
            "web.rest",
            "web.security",
            "web.shell"
        })
package io.throughline.web.admin.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
