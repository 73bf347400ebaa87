package io.throughline.web.project.leave;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leave.AskForLeave;
import io.throughline.project.leave.LeaveKind;
import io.throughline.project.leave.LeaveQueries;
import io.throughline.project.leave.LeaveRequestId;
import io.throughline.project.leave.LeaveRequests;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.MyTabs;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own leave: asked for, listed, taken back. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/my/leave")
class MyLeaveController {

    private static final int MOST = 100;

    private final LeaveRequests requests;
    private final LeaveQueries queries;
    private final Words words;
    private final Clock clock;

    @GetMapping
    String list(Viewer viewer, Model model) {
        var today = LocalDate.now(clock.withZone(viewer.zone()));
        model.addAttribute("tabs", MyTabs.of(viewer));
        model.addAttribute("rows", queries.mine(viewer, MOST));
        model.addAttribute("today", today);
        model.addAttribute("kinds", words.options(LeaveKind.values()));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new AskForLeave(LeaveKind.ANNUAL, today.plusDays(1), null, null, null, null));
        }
        return "project/leave/mine";
    }

    @PostMapping
    String ask(
            Viewer viewer,
            @Valid @ModelAttribute("form") AskForLeave form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            requests.ask(viewer, form);
            Toast.done(viewer.has(Role.MANAGER) ? "project.leave.toast.taken" : "project.leave.toast.asked")
                    .after(redirect);
            return "redirect:/my/leave";
        });
        return next.orElseGet(() -> list(viewer, model));
    }

    @PostMapping("/{id}/cancellation")
    String cancel(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        requests.cancel(viewer, new LeaveRequestId(id));
        Toast.done("project.leave.toast.cancelled").after(redirect);
        return "redirect:/my/leave";
    }
}
