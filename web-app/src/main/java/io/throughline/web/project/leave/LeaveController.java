package io.throughline.web.project.leave;

import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.leave.LeaveQueries;
import io.throughline.project.leave.LeaveRequestId;
import io.throughline.project.leave.LeaveRequests;
import io.throughline.web.activity.ActivityPanels;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

/** One request for leave: who else is away, what work it meets, and the decision. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/leave/{id}")
class LeaveController {

    private final LeaveRequests requests;
    private final LeaveQueries queries;
    private final ActivityPanels activity;

    @GetMapping
    String show(Viewer viewer, @PathVariable long id, Model model) {
        var one = new LeaveRequestId(id);
        var row = queries.require(viewer, one);
        boolean own = row.person().equals(viewer.login());
        model.addAttribute("row", row);
        model.addAttribute("own", own);
        model.addAttribute("decides", row.isOpen() && !own && viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER));
        model.addAttribute("away", queries.away(viewer, one));
        model.addAttribute("met", queries.met(viewer, one));
        model.addAttribute("activity", activity.of(viewer, SeenSubject.of("LEAVE", id)));
        if (!model.containsAttribute("refusal")) {
            model.addAttribute("refusal", new Refusal(row.version(), ""));
        }
        return "project/leave/request";
    }

    @PostMapping("/approval")
    String approve(Viewer viewer, @PathVariable long id, @RequestParam int version, RedirectAttributes redirect) {
        requests.approve(viewer, new LeaveRequestId(id), version);
        Toast.done("project.leave.toast.approved").after(redirect);
        return "redirect:/my/approvals";
    }

    @PostMapping("/rejection")
    String reject(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("refusal") Refusal form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            requests.reject(viewer, new LeaveRequestId(id), form.version(), form.reason());
            Toast.done("project.leave.toast.rejected").after(redirect);
            return "redirect:/my/approvals";
        });
        return next.orElseGet(() -> show(viewer, id, model));
    }

    record Refusal(
            @Nullable Integer version,

            @NotBlank(message = "{project.leave.reasonNeeded}") @Size(max = 500)
            String reason) {}
}
