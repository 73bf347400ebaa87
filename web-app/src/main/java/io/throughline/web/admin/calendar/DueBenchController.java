package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.Due;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The bench: when would something be due on this calendar, and why. */
@Controller
@RequiredArgsConstructor
class DueBenchController {

    private final WorkCalendars calendars;
    private final WorkCalendarQueries queries;

    /** Start and answer in the calendar's own local time. */
    @GetMapping("/admin/calendars/{id}/due")
    String due(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable String minutes,
            Model model) {
        var calendar = new WorkCalendarId(id);
        var detail = queries.require(viewer, calendar);
        model.addAttribute("calendar", detail);
        model.addAttribute(
                "name",
                viewer.locale().getLanguage().equals("zh")
                        ? detail.definition().nameZh()
                        : detail.definition().nameEn());
        model.addAttribute("start", start);
        model.addAttribute("minutes", minutes);
        if (start != null && minutes != null) {
            try {
                model.addAttribute(
                        "due", due(calendar, start, minutes, detail.definition().zone()));
                model.addAttribute("zone", detail.definition().zone());
            } catch (RuleViolation e) {
                model.addAttribute("problem", e);
            }
        }
        return "foundation/calendar/due";
    }

    private Due due(WorkCalendarId id, String start, String minutes, ZoneId zone) {
        var errors = new BodyErrors();
        try {
            var from = LocalDateTime.parse(start.trim()).atZone(zone).toInstant();
            var working = Times.duration("minutes", new BigDecimal(minutes.trim()), errors);
            return calendars
                    .current(id)
                    .due(
                            from,
                            working.orElseThrow(() -> new RuleViolation("foundation.calendar.outOfRange", minutes)),
                            List.of());
        } catch (DateTimeException e) {
            throw new RuleViolation("web.calendar.startUnreadable", start);
        } catch (NumberFormatException e) {
            throw new RuleViolation("web.calendar.minutesUnreadable", minutes);
        }
    }
}
