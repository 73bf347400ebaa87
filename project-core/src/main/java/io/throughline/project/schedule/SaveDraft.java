package io.throughline.project.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Begins or renames a what-if draft. */
public record SaveDraft(
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 500) String note) {}
