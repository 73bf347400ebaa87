package io.throughline.project.template;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes a template's words.
 *
 * @param version the one the change was made from; null does not ask
 */
public record EditTemplate(
        @Nullable @Size(max = 120) String nameZh,
        @Nullable @Size(max = 120) String nameEn,
        @Nullable @Size(max = 500) String descriptionZh,
        @Nullable @Size(max = 500) String descriptionEn,
        @NotNull TemplateKind kind,
        @Nullable Integer version) {

    TemplateWords words() {
        return new TemplateWords(nameZh, nameEn, descriptionZh, descriptionEn, kind);
    }
}
