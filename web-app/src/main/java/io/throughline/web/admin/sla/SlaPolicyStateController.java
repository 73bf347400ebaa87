package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.SlaPolicies;
import io.throughline.aftersales.sla.SlaPolicyId;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Publishes policies, retires them and takes that back. */
@Controller
@RequestMapping("/admin/sla-policies/{id}")
@RequiredArgsConstructor
class SlaPolicyStateController {

    private final SlaPolicies policies;

    @PostMapping("/publication")
    String publish(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(id, "web.sla.published", redirect, () -> policies.publish(viewer, new SlaPolicyId(id), version));
    }

    @PostMapping("/retirement")
    String retire(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(id, "web.sla.retired", redirect, () -> policies.retire(viewer, new SlaPolicyId(id), version));
    }

    @PostMapping("/retirement/removal")
    String reinstate(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes redirect) {
        return done(id, "web.sla.reinstated", redirect, () -> policies.reinstate(viewer, new SlaPolicyId(id), version));
    }

    private static String done(long id, String word, RedirectAttributes redirect, Runnable change) {
        try {
            change.run();
            Toast.done(word).after(redirect);
        } catch (RuleViolation refused) {
            Toast.refused(refused.key()).after(redirect);
        }
        return "redirect:/admin/sla-policies/" + id;
    }
}
