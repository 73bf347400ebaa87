package io.throughline.aftersales.ticket;

import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.time.Duration;
import java.time.ZoneId;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The figures of the house that tickets go by. */
@Component
@RequiredArgsConstructor
class TicketRules {

    private final Settings settings;

    /** The zone in which the company counts its years and days. */
    ZoneId companyZone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    /** How long after the resolution the customer's objection reopens. */
    Duration reopenWindow() {
        return Duration.ofDays(settings.number(Setting.TICKET_REOPEN_DAYS));
    }

    /** How long after the resolution the ticket closes by itself. */
    Duration closeAfter() {
        return Duration.ofDays(settings.number(Setting.TICKET_CLOSE_DAYS));
    }
}
