package io.throughline.aftersales.survey;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are wanted.
 *
 * @param from first month, as {@code to} in the company's zone
 * @param rating null for any, as the ids
 * @param withWords only those with a comment
 */
public record AnswerFilter(
        YearMonth from,
        YearMonth to,
        @Nullable Integer rating,
        @Nullable Long agent,
        @Nullable Long team,
        @Nullable Long customer,
        @Nullable Long project,
        boolean withWords) {

    public static AnswerFilter of(YearMonth from, YearMonth to) {
        return new AnswerFilter(from, to, null, null, null, null, null, false);
    }
}
