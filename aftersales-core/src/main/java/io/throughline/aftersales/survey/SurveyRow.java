package io.throughline.aftersales.survey;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A survey in the list.
 *
 * @param answers of the last twelve months that the viewer may see, as {@code score} and {@code openFollowUps}
 */
public record SurveyRow(
        SurveyNumber number,
        SurveyKind kind,
        SurveyOccasion occasion,
        SurveyState state,
        LocalText title,
        boolean anonymous,
        long answers,
        @Nullable BigDecimal score,
        long openFollowUps) {}
