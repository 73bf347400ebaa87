package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.SkillNeed;
import io.throughline.aftersales.assignment.TicketLanguage;
import io.throughline.aftersales.ticket.TicketKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A wanted skill as typed. */
record NeedForm(
        @Nullable TicketKind kind,
        @Nullable TicketLanguage language,
        @Size(max = 80) @Nullable String word,
        @NotBlank @Size(max = 80) @Nullable String skill,
        @NotNull @Min(1) @Max(5) @Nullable Integer level) {

    private static final int USUAL = 3;

    static NeedForm empty() {
        return new NeedForm(null, null, null, null, USUAL);
    }

    /** Call it on a valid form. */
    SkillNeed need() {
        if (skill == null || level == null) {
            throw new IllegalStateException("a form is read when it is valid");
        }
        return new SkillNeed(kind, language, word, skill, level);
    }
}
