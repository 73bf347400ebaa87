package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.HolidayLists;
import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts one calendar with a year of it on its page, for each controller that shows that page. */
@Component
@RequiredArgsConstructor
class CalendarPage {

    static final String VIEW = "foundation/calendar/detail";

    private final WorkCalendarQueries queries;
    private final Clock clock;

    String show(Viewer viewer, long id, @Nullable Integer year, Model model) {
        var detail = queries.require(viewer, new WorkCalendarId(id));
        int shown = year == null || year < 2 || year > 9998
                ? LocalDate.now(clock.withZone(detail.definition().zone())).getYear()
                : year;
        model.addAttribute("calendar", detail);
        model.addAttribute(
                "name",
                name(viewer, detail.definition().nameZh(), detail.definition().nameEn()));
        model.addAttribute("year", YearView.of(detail.definition(), shown, viewer.locale()));
        model.addAttribute(
                "days",
                detail.definition().specialDays().stream()
                        .filter(day -> day.date().getYear() == shown)
                        .toList());
        model.addAttribute("revisions", queries.revisions(viewer, new WorkCalendarId(id)));
        model.addAttribute("kinds", Arrays.asList(SpecialDay.Kind.values()));
        model.addAttribute("shipped", HolidayLists.CHINA.contains(shown));
        model.addAttribute("language", viewer.locale());
        if (!model.containsAttribute("special")) {
            model.addAttribute("special", SpecialDayForm.empty());
        }
        return VIEW;
    }

    private static String name(Viewer viewer, String nameZh, String nameEn) {
        return viewer.locale().getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
