package io.throughline.web.aftersales.problem;

import io.throughline.aftersales.diagnosis.FaultCause;
import io.throughline.aftersales.problem.ProblemFilter;
import io.throughline.aftersales.problem.ProblemQueries;
import io.throughline.aftersales.problem.ProblemState;
import io.throughline.foundation.activity.SeenSubject;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.activity.ActivityPanels;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of problems, and one of them with its tickets over time. */
@Controller
@RequestMapping("/problems")
@RequiredArgsConstructor
class ProblemController {

    private final ProblemQueries queries;
    private final ActivityPanels activity;
    private final Words words;

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(name = "filter.state", required = false) @Nullable ProblemState state,
            @RequestParam(name = "filter.cause", required = false) @Nullable FaultCause cause,
            @RequestParam(name = "filter.open", required = false) @Nullable Boolean open,
            @RequestParam(name = "filter.knownError", defaultValue = "false") boolean knownError,
            @RequestParam(name = "filter.mine", defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        var filter = new ProblemFilter(
                state == null ? Set.of() : Set.of(state), open, cause, knownError ? Boolean.TRUE : null, mine);
        model.addAttribute("page", queries.rows(viewer, filter, PageRequest.of(after, before, size)));
        model.addAttribute("filtered", !filter.equals(ProblemFilter.ALL));
        model.addAttribute("states", words.options(ProblemState.values()));
        model.addAttribute("causes", words.options(FaultCause.values()));
        model.addAttribute("writes", writes(viewer));
        return "aftersales/problem/list";
    }

    @GetMapping("/{number}")
    String show(Viewer viewer, @PathVariable String number, Model model) {
        var problem = queries.detail(viewer, number);
        var tickets = queries.tickets(viewer, problem);
        var months = queries.months(viewer, problem);
        boolean writes = writes(viewer);
        model.addAttribute("problem", problem);
        model.addAttribute("tickets", tickets);
        model.addAttribute("months", months);
        model.addAttribute(
                "most",
                months.stream().mapToLong(ProblemQueries.Month::tickets).max().orElse(0));
        model.addAttribute("activity", activity.of(viewer, new SeenSubject(problem.subject())));
        model.addAttribute("writes", writes);
        model.addAttribute(
                "next",
                writes
                        ? Arrays.stream(ProblemState.values())
                                .filter(problem.state()::leadsTo)
                                .map(to -> new Option(to.name(), words.text("aftersales.problem.do." + to)))
                                .toList()
                        : List.of());
        return "aftersales/problem/detail";
    }

    static boolean writes(Viewer viewer) {
        return viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER);
    }
}
