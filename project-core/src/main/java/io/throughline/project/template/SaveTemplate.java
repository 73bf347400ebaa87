package io.throughline.project.template;

import io.throughline.project.resource.TemplateStaffing;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Makes a project's plan a template.
 *
 * @param project its key
 * @param replaces code of the template whose plan it becomes, which then keeps its words; blank for a template of its own
 * @param kind needed for a template of its own, as one name is
 * @param deliverables whether its deliverables and their criteria come with it; null for yes
 */
public record SaveTemplate(
        @NotBlank @Size(max = 10) String project,
        @Nullable @Size(max = 40) String replaces,
        @Nullable @Size(max = 120) String nameZh,
        @Nullable @Size(max = 120) String nameEn,
        @Nullable @Size(max = 500) String descriptionZh,
        @Nullable @Size(max = 500) String descriptionEn,
        @Nullable TemplateKind kind,
        @NotNull TemplateStaffing staffing,
        @Nullable Boolean deliverables) {

    public SaveTemplate {
        staffing = staffing == null ? TemplateStaffing.PLACES : staffing;
    }

    boolean isNew() {
        return replaces == null || replaces.isBlank();
    }

    TemplateWords words() {
        return new TemplateWords(
                nameZh, nameEn, descriptionZh, descriptionEn, kind == null ? TemplateKind.OTHER : kind);
    }
}
