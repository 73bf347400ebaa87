/** What those who run the system need: request ids, health and metrics, the address on the console, session cookies. */
@NullMarked
@ApplicationModule(
        id = "web.operation",
        displayName = "Operation",
        allowedDependencies = {"foundation.people", "aftersales.ticket", "web.security"})
package io.throughline.web.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
