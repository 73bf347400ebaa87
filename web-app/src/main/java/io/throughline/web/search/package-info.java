/** Search: the page, the suggestions of the command palette, and the way from any number to its record. */
@NullMarked
@ApplicationModule(
        id = "web.search",
        displayName = "Search pages",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.search",
            "web.security",
            "web.shell"
        })
package io.throughline.web.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
