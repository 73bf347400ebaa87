package io.throughline.aftersales.feedback;

import io.throughline.foundation.calendar.WorkCalendar;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * How soon the house wants a complaint acknowledged and closed, whatever a contract promises: working days of the company's
 * calendar, as the settings said at the receipt.
 */
@Component
@RequiredArgsConstructor
class HouseLimits {

    private final Settings settings;
    private final WorkCalendars calendars;

    Complaint complaint(long ticket, Instant received) {
        var calendar = calendar();
        return new Complaint(
                ticket,
                received,
                calendar.addWorkingDays(received, settings.number(Setting.COMPLAINT_ACKNOWLEDGE_DAYS), false),
                calendar.addWorkingDays(received, settings.number(Setting.COMPLAINT_CLOSE_DAYS), false));
    }

    /** Working time since the receipt. */
    Duration handled(Complaint complaint, Instant until) {
        return calendar().workingTimeBetween(complaint.getReceivedAt(), until);
    }

    private WorkCalendar calendar() {
        return calendars.current(WorkCalendarId.CHINA_STANDARD);
    }
}
