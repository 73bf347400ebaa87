/** The knowledge base: answers written once in both languages, reviewed, published, and used on tickets and by customers. */
@NullMarked
@ApplicationModule(
        id = "aftersales.knowledge",
        displayName = "Knowledge",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.kpi",
            "foundation.activity",
            "foundation.search",
            "aftersales.ticket"
        })
package io.throughline.aftersales.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
