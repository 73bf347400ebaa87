package io.throughline.aftersales.survey;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bad answer somebody should call about.
 *
 * @param overdue not done on its day
 * @param doneAt null while it is open, as {@code doneBy} and {@code note}
 */
public record FollowUpRow(
        long id,
        int version,
        SurveyNumber survey,
        LocalText title,
        int rating,
        int highest,
        @Nullable String comment,
        @Nullable String customer,
        @Nullable String customerNumber,
        @Nullable String contact,
        @Nullable String ticket,
        @Nullable String owner,
        Instant openedAt,
        LocalDate dueOn,
        boolean overdue,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String note) {

    public boolean isDone() {
        return doneAt != null;
    }
}
