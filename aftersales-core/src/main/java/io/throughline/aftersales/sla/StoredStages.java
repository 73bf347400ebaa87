package io.throughline.aftersales.sla;

import io.throughline.aftersales.sla.clock.StageTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the stages of a ticket took, as it is kept.
 *
 * @param policyVersion id of the version whose calendar counted; null for the company's calendar
 * @param customerCalendar id of the customer's calendar it was narrowed by; null for none
 * @param calendarAsOf the calendars counted with are those valid then
 */
record StoredStages(
        long ticket,
        @Nullable Long policyVersion,
        @Nullable Long customerCalendar,
        Instant calendarAsOf,
        StageTimes times) {

    boolean saysTheSame(StageTimes counted) {
        return times.equals(counted);
    }
}
