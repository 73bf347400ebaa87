/** What the desk keeps ready: texts for answers with placeholders, and several steps on a ticket under one name. */
@NullMarked
@ApplicationModule(
        id = "aftersales.desk",
        displayName = "Desk",
        allowedDependencies = {"foundation.model", "foundation.people", "foundation.setting", "aftersales.ticket"})
package io.throughline.aftersales.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
