/**
 * Automation rules: when this happens to a ticket and that holds, do those. Rules hear what happens as rows written in the
 * same transaction and act a moment later in their own, so that a rule that fails never takes a customer's word with it.
 */
@NullMarked
@ApplicationModule(
        id = "aftersales.automation",
        displayName = "Automation",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.job",
            "foundation.notification",
            "aftersales.assignment",
            "aftersales.ticket"
        })
package io.throughline.aftersales.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
