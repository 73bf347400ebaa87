package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.SlaBench;
import io.throughline.aftersales.sla.SlaClocks;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The test bench of policies, and the check that counts every clock again. */
@Controller
@RequestMapping("/admin/sla-policies")
@RequiredArgsConstructor
class SlaBenchController {

    private static final String BENCH = "admin/sla/bench";

    private final SlaBench bench;
    private final SlaClocks clocks;
    private final SlaPolicyPage page;
    private final Clock clock;

    /** @param opened in the zone of whoever fills the form */
    record BenchForm(
            @NotNull @Nullable TicketKind kind,
            @Nullable Boolean complaint,
            @NotNull @Nullable Priority priority,
            @Size(max = 20) @Nullable String customer,
            @NotNull @Nullable LocalDateTime opened) {}

    @GetMapping("/bench")
    String start(Viewer viewer, Model model) {
        var now = LocalDateTime.ofInstant(clock.instant(), viewer.zone()).truncatedTo(ChronoUnit.MINUTES);
        model.addAttribute("form", new BenchForm(TicketKind.DIAGNOSIS, false, Priority.P2, "", now));
        page.choices(viewer, model);
        return BENCH;
    }

    @GetMapping(path = "/bench", params = "kind")
    String judge(Viewer viewer, @Valid @ModelAttribute("form") BenchForm form, BindingResult errors, Model model) {
        FormErrors.tried(errors, () -> {
            model.addAttribute("verdict", bench.judge(viewer, imagined(viewer, form)));
            return BENCH;
        });
        page.choices(viewer, model);
        model.addAttribute("language", viewer.locale());
        return BENCH;
    }

    /** Counts every stored clock again; the job's page says what came out. */
    @PostMapping("/replay")
    String replay(Viewer viewer) {
        return "redirect:/jobs/" + clocks.replay(viewer).value();
    }

    private static SlaBench.Imagined imagined(Viewer viewer, BenchForm form) {
        return new SlaBench.Imagined(
                Objects.requireNonNull(form.kind()),
                Boolean.TRUE.equals(form.complaint()),
                Objects.requireNonNull(form.priority()),
                form.customer(),
                Objects.requireNonNull(form.opened()).atZone(viewer.zone()).toInstant());
    }
}
