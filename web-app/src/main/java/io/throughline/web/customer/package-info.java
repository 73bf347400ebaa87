/** Customers on pages and for programs: the list, the record with its tabs, contacts and sites. */
@NullMarked
@ApplicationModule(
        id = "web.customer",
        displayName = "Customer pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.calendar",
            "foundation.activity",
            "foundation.attachment",
            "project.lifecycle",
            "project.schedule",
            "aftersales.installed",
            "aftersales.mail",
            "aftersales.ticket",
            "web.edit",
            "web.shell",
            "web.export",
            "web.security",
            "web.rest"
        })
package io.throughline.web.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
