package io.throughline.project.lifecycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Judges the project; anything but green needs a reason. */
public record SetHealth(
        @NotNull Health health, @Nullable @Size(max = 500) String reason) {}
