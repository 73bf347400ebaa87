package io.throughline.aftersales.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a link is asked about; tells no more of the ticket than its number and subject.
 *
 * @param given the answer so far
 */
public record SurveySheet(
        String number,
        String subject,
        Instant expiresAt,
        @Nullable Rating given) {}
