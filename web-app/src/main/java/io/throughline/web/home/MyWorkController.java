package io.throughline.web.home;

import io.throughline.aftersales.ticket.TicketFilter;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leave.LeaveQueries;
import io.throughline.project.lifecycle.WaitingQueries;
import io.throughline.project.schedule.BaselineQueries;
import io.throughline.project.schedule.MyTaskQueries;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.timesheet.TimesheetQueries;
import io.throughline.web.shell.MyTabs;
import io.throughline.web.shell.Toast;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My work: overdue, today, this week, what waits for me, and my tickets by due time. */
@Controller
@RequiredArgsConstructor
class MyWorkController {

    private static final int MOST_TASKS = 100;
    private static final int MOST_TICKETS = 15;
    private static final int DAYS_AHEAD = 21;
    private static final int MILESTONES_AHEAD = 30;

    private final MyTaskQueries tasks;
    private final TaskProgress progress;
    private final TicketQueries tickets;
    private final WaitingQueries waiting;
    private final BaselineQueries baselines;
    private final TimesheetQueries timesheets;
    private final LeaveQueries leave;
    private final Clock clock;

    @GetMapping("/my")
    String work(Viewer viewer, Model model) {
        var today = LocalDate.now(clock.withZone(viewer.zone()));
        model.addAttribute("today", today);
        model.addAttribute("work", MyWork.of(tasks.owed(viewer, today.plusDays(DAYS_AHEAD), MOST_TASKS), today));
        model.addAttribute(
                "milestones",
                tasks.between(viewer, today.minusDays(DAYS_AHEAD), today.plusDays(MILESTONES_AHEAD)).stream()
                        .filter(task -> task.milestone() && task.percentComplete() < 100)
                        .toList());
        model.addAttribute("tabs", MyTabs.of(viewer));
        model.addAttribute("timesheets", timesheets.waiting(viewer, 10));
        model.addAttribute("leave", leave.waiting(viewer, 10));
        model.addAttribute("waivers", waiting.waivers(viewer, 10));
        model.addAttribute("baselines", baselines.waiting(viewer, 10));
        model.addAttribute(
                "tickets", tickets.rows(viewer, TicketFilter.of(TicketView.MY), PageRequest.first(MOST_TICKETS)));
        return "home/work";
    }

    @PostMapping("/my/tasks/{key}/{number}/completion")
    String complete(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        progress.complete(viewer, key, number, null);
        Toast.done("web.home.completed", key + "-" + number)
                .undo("/my/tasks/" + key + "/" + number + "/reopening")
                .after(redirect);
        return "redirect:/my";
    }

    @PostMapping("/my/tasks/{key}/{number}/reopening")
    String reopen(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        progress.reopen(viewer, key, number);
        Toast.done("web.home.reopened", key + "-" + number).after(redirect);
        return "redirect:/my";
    }
}
