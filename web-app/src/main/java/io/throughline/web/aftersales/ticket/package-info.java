/** The ticket desk: inbox, board, one ticket with its conversation, and the REST resource beside them. */
@NullMarked
@ApplicationModule(
        id = "web.aftersales.ticket",
        displayName = "Ticket pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.activity",
            "foundation.attachment",
            "foundation.search",
            "foundation.calendar",
            "foundation.setting",
            "aftersales.assignment",
            "aftersales.desk",
            "aftersales.installed",
            "aftersales.mail",
            "aftersales.ticket",
            "aftersales.sla",
            "aftersales.sla :: clock",
            "aftersales.survey",
            "web.edit",
            "web.shell",
            "web.security",
            "web.rest",
            "web.export"
        })
package io.throughline.web.aftersales.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
