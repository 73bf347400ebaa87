package io.throughline.web.aftersales.ticket;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.beans.PropertyEditorSupport;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** When holds end, as people and programs write it; as {@code ${@holdTimes}} in templates too. */
@Component("holdTimes")
@RequiredArgsConstructor
public class HoldTimes {

    private final Settings settings;
    private final Clock clock;

    /** Null where none was chosen. */
    @Nullable
    Instant chosen(Viewer viewer, @Nullable HoldPreset preset) {
        return preset == null ? null : preset.from(clock.instant(), viewer.zone());
    }

    /**
     * As a program writes it: an instant, or a day, which means its first minute in the company's zone. Throws
     * {@link RuleViolation} for anything else.
     */
    @Nullable
    Instant sent(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .atStartOfDay(ZoneId.of(settings.get(Setting.COMPANY_ZONE)))
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw new RuleViolation("aftersales.ticket.holdNeedsDate").at("holdUntil");
        }
    }

    /** As the field of a form shows it, in the reader's zone. */
    public String typed(@Nullable Instant at) {
        return at == null
                ? ""
                : LocalDateTime.ofInstant(at, zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** Reads what such a field sends; a day alone is its first minute. */
    static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (text.isBlank()) {
                setValue(null);
            } else {
                var local = text.contains("T")
                        ? LocalDateTime.parse(text)
                        : LocalDate.parse(text).atStartOfDay();
                setValue(local.atZone(zone()).toInstant());
            }
        }
    }

    private static ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }
}
