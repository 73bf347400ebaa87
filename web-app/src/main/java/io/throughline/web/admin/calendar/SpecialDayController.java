package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.SpecialDay;
import io.throughline.foundation.calendar.SpecialDayFile;
import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds, imports, copies and removes the dates that differ from a calendar's week. */
@Controller
@RequestMapping("/admin/calendars/{id}")
@RequiredArgsConstructor
class SpecialDayController {

    private final WorkCalendars calendars;
    private final WorkCalendarQueries queries;
    private final CalendarPage page;

    @PostMapping("/special-days")
    String add(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("special") SpecialDayForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var day = form.specialDay();
            calendars.addSpecialDays(viewer, new WorkCalendarId(id), null, List.of(day), "add " + day.date());
            Toast.done("web.calendar.dayAdded", day.date()).after(redirect);
            return back(id, day.date().getYear());
        });
        return next.orElseGet(() ->
                page.show(viewer, id, form.date() == null ? null : form.date().getYear(), model));
    }

    @PostMapping("/special-days/removal")
    String remove(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam LocalDate date,
            @RequestParam SpecialDay.Kind kind,
            RedirectAttributes redirect) {
        var calendar = new WorkCalendarId(id);
        queries.require(viewer, calendar).definition().specialDays().stream()
                .filter(day -> day.date().equals(date) && day.kind() == kind)
                .findFirst()
                .ifPresent(day -> calendars.removeSpecialDay(viewer, calendar, null, day));
        Toast.done("web.calendar.dayRemoved", date).after(redirect);
        return back(id, date.getYear());
    }

    /** All rows or none: a file with a bad row changes nothing and is answered with the list of them. */
    @PostMapping("/imports")
    String take(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam("file") MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var calendar = new WorkCalendarId(id);
        try {
            var read = SpecialDayFile.read(
                    file.getBytes(),
                    queries.require(viewer, calendar).definition().week());
            if (read.errors().isEmpty()) {
                calendars.addSpecialDays(viewer, calendar, null, read.days(), "import");
                Toast.done("web.calendar.imported", read.days().size()).after(redirect);
                return back(id, read.days().get(0).date().getYear());
            }
            model.addAttribute("rowErrors", read.errors());
        } catch (RuleViolation e) {
            model.addAttribute("rowErrors", List.of(new SpecialDayFile.RowError(0, e.key(), List.of(e.args()))));
        }
        return page.show(viewer, id, null, model);
    }

    @PostMapping("/holidays")
    String china(Viewer viewer, @PathVariable long id, @RequestParam int year, RedirectAttributes redirect) {
        try {
            calendars.importChina(viewer, new WorkCalendarId(id), null, year);
            Toast.done("web.calendar.chinaTaken", Integer.toString(year)).after(redirect);
        } catch (RuleViolation e) {
            Toast.refused(e.key(), Integer.toString(year)).after(redirect);
        }
        return back(id, year);
    }

    @PostMapping("/copies")
    String copy(Viewer viewer, @PathVariable long id, @RequestParam int year, RedirectAttributes redirect) {
        int copied = calendars.copyToNextYear(viewer, new WorkCalendarId(id), null, year);
        Toast.done("web.calendar.copied", copied).after(redirect);
        return back(id, year + 1);
    }

    private static String back(long id, int year) {
        return "redirect:/admin/calendars/" + id + "?year=" + year;
    }
}
