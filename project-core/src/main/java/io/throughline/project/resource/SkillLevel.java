package io.throughline.project.resource;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param level 1 (beginner) to 5 (master); what is needed where the resource is generic */
public record SkillLevel(
        @NotBlank @Size(max = 80) String skill,
        @NotNull @Min(1) @Max(5) Integer level) {}
