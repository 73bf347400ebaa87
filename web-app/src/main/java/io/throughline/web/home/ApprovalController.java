package io.throughline.web.home;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.leave.LeaveQueries;
import io.throughline.project.lifecycle.WaitingQueries;
import io.throughline.project.schedule.BaselineQueries;
import io.throughline.project.timesheet.TimesheetQueries;
import io.throughline.web.shell.MyTabs;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything that waits for the viewer's yes or no, in one place. */
@Controller
@RequiredArgsConstructor
class ApprovalController {

    private static final int MOST = 100;

    private final TimesheetQueries timesheets;
    private final LeaveQueries leave;
    private final WaitingQueries waiting;
    private final BaselineQueries baselines;

    @GetMapping("/my/approvals")
    String list(Viewer viewer, Model model) {
        model.addAttribute("tabs", MyTabs.of(viewer));
        model.addAttribute("timesheets", timesheets.waiting(viewer, MOST));
        model.addAttribute("leave", leave.waiting(viewer, MOST));
        model.addAttribute("waivers", waiting.waivers(viewer, MOST));
        model.addAttribute("baselines", baselines.waiting(viewer, MOST));
        return "home/approvals";
    }
}
