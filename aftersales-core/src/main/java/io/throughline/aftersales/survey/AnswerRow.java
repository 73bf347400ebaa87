package io.throughline.aftersales.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param solved to the question with yes or no
 * @param customer null in an anonymous survey, as what follows
 * @param ticket number of the ticket it is about
 * @param agent who did the work
 */
public record AnswerRow(
        long id,
        Instant at,
        int rating,
        @Nullable Boolean solved,
        @Nullable String comment,
        @Nullable String customer,
        @Nullable String contact,
        @Nullable String ticket,
        @Nullable String agent,
        boolean good,
        boolean bad) {}
