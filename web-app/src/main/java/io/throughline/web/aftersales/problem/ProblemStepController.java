package io.throughline.web.aftersales.problem;

import io.throughline.aftersales.problem.ProblemQueries;
import io.throughline.aftersales.problem.ProblemState;
import io.throughline.aftersales.problem.Problems;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a problem by one press: its course, its tickets, its article. */
@Controller
@RequiredArgsConstructor
class ProblemStepController {

    private final Problems problems;
    private final ProblemQueries queries;
    private final ProblemArticle article;

    @PostMapping("/problems/{number}/state")
    String move(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam ProblemState to,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return answer("/problems/" + number, redirect, () -> {
            problems.moveTo(viewer, number, to, version);
            return Toast.done("aftersales.problem.moved." + to, number);
        });
    }

    @PostMapping("/problems/{number}/tickets")
    String link(Viewer viewer, @PathVariable String number, @RequestParam String ticket, RedirectAttributes redirect) {
        return link(viewer, number, ticket, "/problems/" + number, redirect);
    }

    @PostMapping("/tickets/{ticket}/problem/link")
    String linkFromTicket(
            Viewer viewer, @PathVariable String ticket, @RequestParam String problem, RedirectAttributes redirect) {
        return link(viewer, problem.strip(), ticket, "/tickets/" + ticket, redirect);
    }

    @PostMapping("/problems/{number}/tickets/{ticket}/removal")
    String unlink(
            Viewer viewer, @PathVariable String number, @PathVariable String ticket, RedirectAttributes redirect) {
        return answer("/problems/" + number, redirect, () -> {
            problems.unlink(viewer, number, ticket);
            return Toast.done("aftersales.problem.unlinked", ticket, number)
                    .undo("/problems/" + number + "/tickets?ticket=" + ticket);
        });
    }

    @PostMapping("/problems/{number}/article")
    String tell(Viewer viewer, @PathVariable String number, RedirectAttributes redirect) {
        var problem = queries.detail(viewer, number);
        try {
            var draft = problems.tell(viewer, number, article.of(problem, viewer.locale()));
            Toast.done("aftersales.problem.told", draft.toString()).after(redirect);
            return "redirect:/knowledge/" + draft + "/edit";
        } catch (RuleViolation violation) {
            return refused("/problems/" + number, redirect, violation);
        }
    }

    private String link(Viewer viewer, String number, String ticket, String back, RedirectAttributes redirect) {
        var typed = ticket.strip();
        return answer(back, redirect, () -> {
            problems.link(viewer, number, typed);
            return Toast.done("aftersales.problem.linked", typed, number)
                    .undo("/problems/" + number + "/tickets/" + typed + "/removal");
        });
    }

    private static String answer(String back, RedirectAttributes redirect, Supplier<Toast> deed) {
        try {
            deed.get().after(redirect);
            return "redirect:" + back;
        } catch (RuleViolation violation) {
            return refused(back, redirect, violation);
        }
    }

    private static String refused(String back, RedirectAttributes redirect, RuleViolation violation) {
        var args = Arrays.stream(violation.args()).map(String::valueOf).toArray(Serializable[]::new);
        Toast.refused(violation.key(), args).after(redirect);
        return "redirect:" + back;
    }
}
