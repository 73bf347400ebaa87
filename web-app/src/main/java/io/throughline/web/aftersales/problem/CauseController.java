package io.throughline.web.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.problem.FaultCauses;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why faults happen (Pareto), with the tickets behind each number, and where a problem may be behind several of them. */
@Controller
@RequestMapping("/problems")
@RequiredArgsConstructor
class CauseController {

    static final int USUAL_DAYS = 90;

    private static final List<Integer> SPANS = List.of(30, 90, 180, 365, 730);
    private static final int USUAL_LEAST = 3;

    private final FaultCauses causes;
    private final Words words;

    @GetMapping("/causes")
    String causes(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(name = "filter.cause", required = false) @Nullable FaultCause cause,
            @RequestParam(name = "filter.linked", required = false) @Nullable Boolean linked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        int span = days(days);
        var lines = causes.pareto(viewer, span);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "all", lines.stream().mapToLong(FaultCauses.Line::tickets).sum());
        model.addAttribute("days", span);
        model.addAttribute("spans", spans());
        model.addAttribute("cause", cause);
        model.addAttribute(
                "page",
                cause == null
                        ? null
                        : causes.tickets(viewer, cause, span, linked, PageRequest.of(after, before, size)));
        return "aftersales/problem/causes";
    }

    @GetMapping("/candidates")
    String candidates(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Integer least,
            Model model) {
        int span = days(days);
        int many = least == null ? USUAL_LEAST : Math.min(Math.max(least, 2), 99);
        model.addAttribute("candidates", causes.candidates(viewer, span, many));
        model.addAttribute("days", span);
        model.addAttribute("spans", spans());
        model.addAttribute("least", many);
        model.addAttribute("writes", ProblemController.writes(viewer));
        return "aftersales/problem/candidates";
    }

    static int days(@Nullable Integer typed) {
        return typed == null ? USUAL_DAYS : Math.min(Math.max(typed, 1), FaultCauses.MOST_DAYS);
    }

    private List<Option> spans() {
        return SPANS.stream()
                .map(span -> new Option(String.valueOf(span), words.text("aftersales.problem.lastDays", span)))
                .toList();
    }
}
