/** The user's guide inside the product: the Markdown files of {@code docs/user}, a part to each reader. */
@NullMarked
@ApplicationModule(
        id = "web.help",
        displayName = "Help",
        allowedDependencies = {"foundation.people", "foundation.activity", "web.shell", "web.security"})
package io.throughline.web.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
