package io.throughline.web.admin.calendar;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendarQueries;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists, shows and edits calendars. */
@Controller
@RequestMapping("/admin/calendars")
@RequiredArgsConstructor
class CalendarController {

    private static final String LIST = "foundation/calendar/list";
    private static final String FORM = "foundation/calendar/form";

    private final WorkCalendars calendars;
    private final WorkCalendarQueries queries;
    private final CalendarPage page;
    private final FormMerge merge;

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("calendars", queries.list(viewer));
        model.addAttribute("language", viewer.locale());
        return LIST;
    }

    @GetMapping("/new")
    String start(Model model) {
        model.addAttribute("form", CalendarForm.empty());
        return FORM;
    }

    @PostMapping
    String create(
            Viewer viewer,
            @Valid @ModelAttribute("form") CalendarForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var id = calendars.create(viewer, form.definition(List.of()));
            Toast.done("web.calendar.created").after(redirect);
            return "redirect:/admin/calendars/" + id.value();
        });
        return next.orElseGet(() -> FORM);
    }

    @GetMapping("/{id}")
    String show(
            Viewer viewer, @PathVariable long id, @RequestParam(required = false) @Nullable Integer year, Model model) {
        return page.show(viewer, id, year, model);
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("form", filled(viewer, new WorkCalendarId(id)));
        model.addAttribute("id", id);
        return FORM;
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") @Nullable CalendarForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var calendar = new WorkCalendarId(id);
        var edit = new FormEdit<CalendarForm>(
                "foundation.work_calendar",
                id,
                List.of(),
                () -> FormEdit.Filled.of(filled(viewer, calendar)),
                whole -> calendars.change(
                        viewer,
                        calendar,
                        whole.version(),
                        whole.definition(
                                queries.require(viewer, calendar).definition().specialDays())));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("web.calendar.changed").after(redirect);
            return "redirect:/admin/calendars/" + id;
        }
        model.addAttribute("id", id);
        return FORM;
    }

    private CalendarForm filled(Viewer viewer, WorkCalendarId id) {
        var detail = queries.require(viewer, id);
        return CalendarForm.of(detail.definition(), detail.version());
    }
}
