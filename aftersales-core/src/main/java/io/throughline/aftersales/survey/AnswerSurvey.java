package io.throughline.aftersales.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers.
 *
 * @param rating on the survey's scale, see {@link SurveyKind}
 * @param solved to the question with yes or no; null for no opinion
 */
public record AnswerSurvey(
        @NotNull @Nullable Integer rating,
        @Nullable Boolean solved,
        @Nullable @Size(max = LONGEST) String comment) {

    static final int LONGEST = 2000;

    public static AnswerSurvey of(int rating, @Nullable String comment) {
        return new AnswerSurvey(rating, null, comment);
    }
}
