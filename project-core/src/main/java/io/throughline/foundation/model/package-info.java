/** The words every feature is built from: aggregates, money, numbers, references to records, and the two ways to say no. */
@NullMarked
@ApplicationModule(
        id = "foundation.model",
        displayName = "Model",
        allowedDependencies = {})
package io.throughline.foundation.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
