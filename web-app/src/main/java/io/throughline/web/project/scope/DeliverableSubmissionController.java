package io.throughline.web.project.scope;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.scope.Deliverables;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a deliverable to the customer, takes it back, or drops it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}/deliverables/{number}")
class DeliverableSubmissionController {

    private final Deliverables deliverables;

    @PostMapping("/submission")
    String submit(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes redirect) {
        deliverables.submit(viewer, key, number, note);
        Toast.done("project.scope.toast.submitted")
                .undo("/projects/" + key + "/deliverables/" + number + "/submission/removal")
                .after(redirect);
        return "redirect:/projects/" + key + "/deliverables/" + number;
    }

    @PostMapping("/submission/removal")
    String withdraw(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        deliverables.withdraw(viewer, key, number);
        Toast.done("project.scope.toast.withdrawn").after(redirect);
        return "redirect:/projects/" + key + "/deliverables/" + number;
    }

    @PostMapping("/removal")
    String delete(Viewer viewer, @PathVariable String key, @PathVariable int number, RedirectAttributes redirect) {
        deliverables.delete(viewer, key, number);
        Toast.done("project.scope.toast.deleted").after(redirect);
        return "redirect:/projects/" + key + "/deliverables";
    }
}
