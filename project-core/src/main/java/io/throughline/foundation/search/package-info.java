/** One index over all records for a viewer, in Chinese and English, written in the transaction of the record itself. */
@NullMarked
@ApplicationModule(
        id = "foundation.search",
        displayName = "Search",
        allowedDependencies = {"foundation.model", "foundation.people"})
package io.throughline.foundation.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
