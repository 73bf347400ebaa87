/** The reference of the REST resources: the OpenAPI document and a page that reads it, both in the reader's language. */
@NullMarked
@ApplicationModule(
        id = "web.docs",
        displayName = "API reference",
        allowedDependencies = {"foundation.people", "web.security", "web.shell"})
package io.throughline.web.docs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
