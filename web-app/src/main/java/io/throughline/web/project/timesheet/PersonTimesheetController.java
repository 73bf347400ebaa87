package io.throughline.web.project.timesheet;

import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.timesheet.TimesheetDecisions;
import io.throughline.project.timesheet.TimesheetQueries;
import io.throughline.project.timesheet.TimesheetStatus;
import io.throughline.project.timesheet.TimesheetWeek;
import io.throughline.web.activity.ActivityPanels;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody else's week: looked at, approved, sent back. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/timesheets/{person}/{week}")
class PersonTimesheetController {

    private final TimesheetQueries queries;
    private final TimesheetDecisions decisions;
    private final ActivityPanels activity;
    private final Clock clock;

    @GetMapping
    String show(Viewer viewer, @PathVariable String person, @PathVariable String week, Model model) {
        if (person.equalsIgnoreCase(viewer.login())) {
            return "redirect:/my/timesheets/" + week;
        }
        var sheet = queries.of(viewer, person, TimesheetWeek.parse(week));
        var today = LocalDate.now(clock.withZone(viewer.zone()));
        model.addAttribute("page", SheetPage.of(sheet, List.of(), today));
        model.addAttribute("sheet", sheet);
        model.addAttribute("week", sheet.week());
        model.addAttribute(
                "decides",
                sheet.status() == TimesheetStatus.SUBMITTED
                        && viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER, Role.PROJECT_MANAGER)
                        && sheet.rows().stream()
                                .anyMatch(row -> row.cells().stream().anyMatch(cell -> !cell.isApproved())));
        if (!model.containsAttribute("refusal")) {
            model.addAttribute("refusal", new Refusal(sheet.version(), ""));
        }
        if (sheet.id() != null) {
            model.addAttribute("activity", activity.of(viewer, SeenSubject.of("TIMESHEET", sheet.id())));
        }
        return "project/timesheet/person";
    }

    @PostMapping("/approval")
    String approve(
            Viewer viewer,
            @PathVariable String person,
            @PathVariable String week,
            @RequestParam int version,
            RedirectAttributes redirect) {
        decisions.approve(viewer, person, TimesheetWeek.parse(week), version);
        Toast.done("project.timesheet.toast.decided").after(redirect);
        return "redirect:/my/approvals";
    }

    @PostMapping("/rejection")
    String reject(
            Viewer viewer,
            @PathVariable String person,
            @PathVariable String week,
            @Valid @ModelAttribute("refusal") Refusal form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            decisions.reject(viewer, person, TimesheetWeek.parse(week), form.version(), form.reason());
            Toast.done("project.timesheet.toast.sentBack").after(redirect);
            return "redirect:/my/approvals";
        });
        return next.orElseGet(() -> show(viewer, person, week, model));
    }

    record Refusal(
            @Nullable Integer version,

            @NotBlank(message = "{project.timesheet.reasonNeeded}") @Size(max = 500)
            String reason) {}
}
