package io.throughline.web.admin.sla;

import io.throughline.aftersales.sla.ClockOutcome;
import io.throughline.aftersales.sla.SlaPolicyQueries;
import io.throughline.aftersales.sla.SlaTrialQueries;
import io.throughline.aftersales.sla.SlaTrials;
import io.throughline.aftersales.sla.TrySlaTerms;
import io.throughline.aftersales.sla.clock.ClockType;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
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

/** Other terms tried on past tickets: the form, the numbers, and the list behind each. */
@Controller
@RequestMapping("/admin/sla-policies/trials")
@RequiredArgsConstructor
class TrialController {

    private static final String LIST = "admin/sla/trials";

    private final SlaTrials trials;
    private final SlaTrialQueries queries;
    private final SlaPolicyQueries policies;
    private final SlaPolicyPage page;
    private final Clock clock;

    record TrialForm(
            @NotNull @Nullable LocalDate from,
            @NotNull @Nullable LocalDate until,
            @Nullable Long policy,
            @Nullable Long calendar) {}

    /** The last full quarter, unless something else is asked for. */
    @GetMapping
    String list(Viewer viewer, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        var quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
        model.addAttribute("form", new TrialForm(quarter.minusMonths(3), quarter.minusDays(1), null, null));
        return list(model, viewer);
    }

    @PostMapping
    String start(Viewer viewer, @Valid @ModelAttribute("form") TrialForm form, BindingResult errors, Model model) {
        return FormErrors.tried(errors, () -> {
                    var job = trials.start(
                            viewer,
                            new TrySlaTerms(
                                    Objects.requireNonNull(form.from()),
                                    Objects.requireNonNull(form.until()),
                                    form.policy(),
                                    form.calendar()));
                    return "redirect:/jobs/" + job.value();
                })
                .orElseGet(() -> list(model, viewer));
    }

    @GetMapping("/{id}")
    String show(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable ClockType clock,
            @RequestParam(required = false) @Nullable ClockOutcome was,
            @RequestParam(required = false) @Nullable ClockOutcome becomes,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        model.addAttribute("trial", queries.require(viewer, id));
        model.addAttribute("sums", TrialSum.of(queries.moves(viewer, id)));
        model.addAttribute("chinese", viewer.locale().getLanguage().equals("zh"));
        if (clock != null) {
            model.addAttribute("type", clock);
            model.addAttribute("was", was);
            model.addAttribute("becomes", becomes);
            model.addAttribute(
                    "rows", queries.clocks(viewer, id, clock, was, becomes, PageRequest.of(after, before, null)));
        }
        return "admin/sla/trial";
    }

    private String list(Model model, Viewer viewer) {
        page.choices(viewer, model);
        model.addAttribute("trials", queries.list(viewer));
        model.addAttribute("chinese", viewer.locale().getLanguage().equals("zh"));
        model.addAttribute(
                "drafts",
                policies.list(viewer).stream()
                        .filter(row -> row.drafted() && row.retiredAt() == null)
                        .map(row -> new Option(String.valueOf(row.id().value()), row.name(viewer.locale())))
                        .toList());
        return LIST;
    }
}
