/** Paper: PDF pages with fonts that hold Chinese, embedded, and text that can be selected. */
@NullMarked
@ApplicationModule(
        id = "web.print",
        displayName = "Print",
        allowedDependencies = {})
package io.throughline.web.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
