package io.throughline.web.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.diagnosis.FixBy;
import io.throughline.aftersales.problem.FaultCauses;
import io.throughline.aftersales.problem.ProblemDetail;
import io.throughline.aftersales.problem.ProblemId;
import io.throughline.aftersales.problem.ProblemQueries;
import io.throughline.aftersales.problem.ProblemTicket;
import io.throughline.aftersales.problem.Problems;
import io.throughline.aftersales.problem.SaveProblem;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The form of a problem: opened over one ticket, over the tickets of a candidate, or over none yet. */
@Controller
@RequestMapping("/problems")
@RequiredArgsConstructor
class ProblemFormController {

    private final Problems problems;
    private final ProblemQueries queries;
    private final FaultCauses causes;
    private final TicketDetailQueries tickets;
    private final Words words;

    /**
     * @param ticket number of the ticket it begins with
     * @param cause with {@code deliverable} the candidate it begins with
     */
    @GetMapping("/new")
    String create(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestParam(required = false) @Nullable FaultCause cause,
            @RequestParam(required = false) @Nullable Long deliverable,
            @RequestParam(required = false) @Nullable Integer days,
            Model model) {
        if (ticket != null && !ticket.isBlank()) {
            var first = tickets.detail(viewer, ticket);
            model.addAttribute(
                    "form",
                    SaveProblem.of(
                            first.subject(),
                            tickets.question(viewer, first),
                            null,
                            first.deliverableId(),
                            Set.of(first.number())));
        } else if (cause != null && deliverable != null) {
            var like = causes.ticketsOf(viewer, cause, deliverable, CauseController.days(days));
            model.addAttribute("offered", like);
            model.addAttribute(
                    "form",
                    SaveProblem.of(
                            like.isEmpty() ? "" : like.get(0).subject(),
                            "",
                            cause,
                            deliverable,
                            like.stream().map(ProblemTicket::number).collect(Collectors.toSet())));
        } else {
            model.addAttribute("form", SaveProblem.of("", "", null, null, Set.of()));
        }
        return form(viewer, null, model);
    }

    @PostMapping
    String open(
            Viewer viewer,
            @Valid @ModelAttribute("form") SaveProblem form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return FormErrors.tried(errors, () -> {
                    var number = problems.open(viewer, form);
                    Toast.done("aftersales.problem.opened", number).after(redirect);
                    return "redirect:/problems/" + number;
                })
                .orElseGet(() -> form(viewer, null, model));
    }

    @GetMapping("/{number}/edit")
    String edit(Viewer viewer, @PathVariable String number, Model model) {
        var problem = queries.detail(viewer, number);
        model.addAttribute("form", command(problem));
        return form(viewer, problem, model);
    }

    @PostMapping("/{number}")
    String save(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("form") SaveProblem form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return FormErrors.tried(errors, () -> {
                    problems.change(viewer, number, form);
                    Toast.done("aftersales.problem.saved", number).after(redirect);
                    return "redirect:/problems/" + number;
                })
                .orElseGet(() -> form(viewer, queries.detail(viewer, number), model));
    }

    private String form(Viewer viewer, @Nullable ProblemDetail problem, Model model) {
        var form = (SaveProblem) Objects.requireNonNull(model.getAttribute("form"));
        var chosen = form.deliverableId();
        model.addAttribute("problem", problem);
        model.addAttribute("causes", words.options(FaultCause.values()));
        model.addAttribute("means", words.options(FixBy.values()));
        model.addAttribute("owners", options(queries.owners(viewer)));
        model.addAttribute(
                "deliverables",
                options(queries.deliverables(viewer, id(problem), chosen == null ? Set.of() : Set.of(chosen))));
        return "aftersales/problem/form";
    }

    private static @Nullable ProblemId id(@Nullable ProblemDetail problem) {
        return problem == null ? null : problem.id();
    }

    private static List<Option> options(List<ProblemQueries.Choice> choices) {
        return choices.stream()
                .map(choice -> new Option(String.valueOf(choice.id()), choice.name()))
                .toList();
    }

    static SaveProblem command(ProblemDetail problem) {
        return new SaveProblem(
                problem.title(),
                problem.description(),
                problem.cause(),
                problem.deliverableId(),
                problem.ownerId(),
                problem.rootCause(),
                problem.workaround(),
                problem.fixBy(),
                problem.fixReference(),
                problem.plan(),
                problem.plannedFor(),
                problem.resolution(),
                null,
                problem.version());
    }
}
