package io.throughline.project.template;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a template is called, in one language at least, and what it is for. */
public record TemplateWords(
        @Nullable @Size(max = 120) String nameZh,
        @Nullable @Size(max = 120) String nameEn,
        @Nullable @Size(max = 500) String descriptionZh,
        @Nullable @Size(max = 500) String descriptionEn,
        @NotNull TemplateKind kind) {

    public TemplateWords {
        nameZh = worded(nameZh);
        nameEn = worded(nameEn);
        descriptionZh = worded(descriptionZh);
        descriptionEn = worded(descriptionEn);
    }

    /** In the language, in the other where there is none in that. */
    String name(boolean chinese) {
        return Objects.requireNonNullElse(chinese ? first(nameZh, nameEn) : first(nameEn, nameZh), "");
    }

    @Nullable
    String description(boolean chinese) {
        return chinese ? first(descriptionZh, descriptionEn) : first(descriptionEn, descriptionZh);
    }

    private static @Nullable String first(@Nullable String wanted, @Nullable String otherwise) {
        return wanted == null ? otherwise : wanted;
    }

    private static @Nullable String worded(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
