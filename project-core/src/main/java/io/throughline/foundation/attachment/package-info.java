/** Files on any record: stored once by content, streamed in and out, of safe types only. */
@NullMarked
@ApplicationModule(
        id = "foundation.attachment",
        displayName = "Attachment",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.activity",
            "foundation.setting",
            "foundation.job"
        })
package io.throughline.foundation.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
