package io.throughline.aftersales.feedback;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param body what the complainant is told; nothing where he or she was told otherwise, on the phone for example */
public record AcknowledgeComplaint(
        @Nullable @Size(max = 65536) String body) {}
