package io.throughline.aftersales.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A survey as somebody wants it: the question with a scale, and at most one to be answered by yes or no and one in words.
 *
 * @param yesNoZh empty in both languages for a survey without this question, as the three after it
 * @param anonymous nothing leads from an answer to whom was asked; such an answer cannot be changed and nobody follows up
 * @param waitHours so long after the ticket's occasion the mail leaves, 0–168
 * @param reminders how often who has not answered is reminded, 0–3
 * @param reminderDays days between mails, 1–60
 * @param answerDays days the link works after the last mail, 1–180
 * @param followUpDays days within which somebody should call after a bad answer, 1–60
 */
public record SaveSurvey(
        @NotNull @Nullable SurveyKind kind,
        @NotNull @Nullable SurveyOccasion occasion,
        @NotBlank @Size(max = 120) @Nullable String titleZh,
        @NotBlank @Size(max = 120) @Nullable String titleEn,
        @NotBlank @Size(max = 300) @Nullable String scoreZh,
        @NotBlank @Size(max = 300) @Nullable String scoreEn,
        @Size(max = 300) @Nullable String yesNoZh,
        @Size(max = 300) @Nullable String yesNoEn,
        @Size(max = 300) @Nullable String commentZh,
        @Size(max = 300) @Nullable String commentEn,
        @Nullable Boolean anonymous,
        @NotNull @Min(0) @Max(168) @Nullable Integer waitHours,
        @NotNull @Min(0) @Max(3) @Nullable Integer reminders,
        @NotNull @Min(1) @Max(60) @Nullable Integer reminderDays,
        @NotNull @Min(1) @Max(180) @Nullable Integer answerDays,
        @NotNull @Min(1) @Max(60) @Nullable Integer followUpDays,
        @Nullable Integer version) {

    /** The usual questions of a kind. */
    public static SaveSurvey blank() {
        return new SaveSurvey(
                SurveyKind.NPS,
                SurveyOccasion.BY_HAND,
                "",
                "",
                "您有多大可能向同行推荐我们？",
                "How likely are you to recommend us to a colleague?",
                null,
                null,
                "最主要的原因是什么？",
                "What is the main reason for your score?",
                false,
                2,
                1,
                5,
                30,
                3,
                null);
    }
}
