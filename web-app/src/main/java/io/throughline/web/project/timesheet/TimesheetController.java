package io.throughline.web.project.timesheet;

import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.timesheet.CorrectTime;
import io.throughline.project.timesheet.TimeKind;
import io.throughline.project.timesheet.TimesheetQueries;
import io.throughline.project.timesheet.TimesheetQueries.TaskChoice;
import io.throughline.project.timesheet.TimesheetStatus;
import io.throughline.project.timesheet.TimesheetView.Row;
import io.throughline.project.timesheet.TimesheetWeek;
import io.throughline.project.timesheet.Timesheets;
import io.throughline.web.activity.ActivityPanels;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.MyTabs;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** The own weeks: written, handed in, taken back, corrected. What was typed is never lost. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/my/timesheets")
class TimesheetController {

    private static final int ROUNDS = 16;

    private final Timesheets sheets;
    private final TimesheetQueries queries;
    private final ActivityPanels activity;
    private final Words words;
    private final Clock clock;

    @GetMapping
    String current(Viewer viewer) {
        return "redirect:/my/timesheets/" + TimesheetWeek.of(today(viewer)).code();
    }

    /** @param row tasks for which a row is wanted though nothing was booked on them */
    @GetMapping("/{week}")
    String show(
            Viewer viewer,
            @PathVariable String week,
            @RequestParam(required = false) @Nullable List<String> row,
            Model model) {
        var sheet = queries.own(viewer, TimesheetWeek.parse(week));
        var choices = sheet.status().isOpen() ? queries.choices(viewer) : List.<TaskChoice>of();
        var more = blank(row == null ? List.of() : row, choices);
        return page(viewer, SheetPage.of(sheet, more, today(viewer)), choices, model);
    }

    /** @param deed what is wanted beside saving: {@code add} a row, {@code copy} the week before, {@code submit} */
    @PostMapping("/{week}")
    String save(
            Viewer viewer,
            @PathVariable String week,
            @RequestParam(defaultValue = "save") String deed,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var at = TimesheetWeek.parse(week);
        var form = saved(viewer, at, sent);
        if (!form.isWrong()) {
            try {
                return done(viewer, at, deed, sent, redirect);
            } catch (RuleViolation violation) {
                form.refuse(violation);
            }
        }
        var sheet = queries.own(viewer, at);
        var choices = queries.choices(viewer);
        var page = SheetPage.of(sheet, blank(form.rows(), choices), today(viewer), form, words::text);
        return page(viewer, page, choices, model);
    }

    @PostMapping("/{week}/withdrawal")
    String withdraw(Viewer viewer, @PathVariable String week, RedirectAttributes redirect) {
        sheets.withdraw(viewer, TimesheetWeek.parse(week));
        Toast.done("project.timesheet.toast.withdrawn").after(redirect);
        return "redirect:/my/timesheets/" + week;
    }

    @PostMapping("/{week}/corrections")
    String correct(
            Viewer viewer,
            @PathVariable String week,
            @Valid @ModelAttribute("correction") Correction form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var at = TimesheetWeek.parse(week);
        var next = FormErrors.tried(errors, () -> {
            var status = sheets.correct(viewer, at, form.command());
            Toast.done(
                            status == TimesheetStatus.APPROVED
                                    ? "project.timesheet.toast.approved"
                                    : "project.timesheet.toast.corrected")
                    .after(redirect);
            return "redirect:/my/timesheets/" + week;
        });
        return next.orElseGet(() -> show(viewer, week, null, model));
    }

    /** @param minutes as people write hours */
    record Correction(
            @NotBlank String row,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 20) String minutes,
            @NotBlank @Size(max = 500) String reason) {

        CorrectTime command() {
            try {
                return new CorrectTime(
                        SheetForm.row(row), day, Objects.requireNonNullElse(HoursText.parse(minutes), 0), reason);
            } catch (RuleViolation violation) {
                throw violation.at("minutes");
            }
        }
    }

    /** Saves what can be; somebody's own other window may have been faster. */
    private SheetForm saved(Viewer viewer, TimesheetWeek week, MultiValueMap<String, String> sent) {
        for (int round = 1; ; round++) {
            var form = SheetForm.of(queries.own(viewer, week), sent);
            if (form.isWrong() || form.isEmpty()) {
                return form;
            }
            try {
                sheets.save(viewer, week, form.command());
                return form;
            } catch (RuleViolation violation) {
                form.refuse(violation);
                return form;
            } catch (StaleVersion overtaken) {
                if (round == ROUNDS) {
                    throw overtaken;
                }
            }
        }
    }

    private String done(
            Viewer viewer,
            TimesheetWeek week,
            String deed,
            MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        var here = "redirect:/my/timesheets/" + week.code();
        switch (deed) {
            case "add" -> {
                var row = SheetForm.row(sent.getFirst(SheetForm.ADD));
                if (!row.isEmpty()) {
                    sheets.requireBookable(viewer, row);
                    redirect.addAttribute("row", row);
                    return here;
                }
            }
            case "copy" -> {
                int days = sheets.copyWeekBefore(viewer, week);
                Toast.done("project.timesheet.toast.copied", days).after(redirect);
                return here;
            }
            case "submit" -> {
                var status = sheets.submit(viewer, week);
                Toast.done("project.timesheet.toast." + status.name().toLowerCase(java.util.Locale.ROOT))
                        .after(redirect);
                return here;
            }
            default -> {}
        }
        Toast.done("project.timesheet.toast.saved").after(redirect);
        return here;
    }

    private String page(Viewer viewer, SheetPage page, List<TaskChoice> choices, Model model) {
        var sheet = page.sheet();
        model.addAttribute("tabs", MyTabs.of(viewer));
        model.addAttribute("page", page);
        model.addAttribute("sheet", sheet);
        model.addAttribute("week", sheet.week());
        model.addAttribute("choices", choices);
        model.addAttribute("thisWeek", TimesheetWeek.of(today(viewer)).code());
        model.addAttribute("future", sheet.week().monday().isAfter(today(viewer)));
        if (!model.containsAttribute("correction")) {
            model.addAttribute("correction", new Correction("", sheet.week().monday(), "", ""));
        }
        if (sheet.id() != null) {
            model.addAttribute("activity", activity.of(viewer, SeenSubject.of("TIMESHEET", sheet.id())));
        }
        return "project/timesheet/week";
    }

    /** Rows without hours; a name where it is known. */
    private static List<Row> blank(Iterable<String> codes, List<TaskChoice> choices) {
        var rows = new java.util.ArrayList<Row>();
        for (var typed : codes) {
            var code = SheetForm.row(typed);
            Optional<TaskChoice> known =
                    choices.stream().filter(one -> one.code().equals(code)).findFirst();
            int dash = code.lastIndexOf('-');
            if (dash > 0 && code.substring(dash + 1).matches("[0-9]{1,9}")) {
                rows.add(new Row(
                        code,
                        TimeKind.TASK,
                        code.substring(0, dash),
                        Integer.valueOf(code.substring(dash + 1)),
                        known.map(TaskChoice::name).orElse(""),
                        null,
                        null,
                        null,
                        List.of()));
            }
        }
        return rows;
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.now(clock.withZone(viewer.zone()));
    }
}
