/** What two people type into the same form at the same time: different fields both stay, the same field is asked about. */
@NullMarked
@ApplicationModule(
        id = "web.edit",
        displayName = "Editing together",
        allowedDependencies = {"foundation.activity", "foundation.model", "foundation.people", "web.shell"})
package io.throughline.web.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
