package io.throughline.web.aftersales.survey;

import io.throughline.aftersales.survey.FollowUpView;
import io.throughline.aftersales.survey.FollowUps;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Tab;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bad answers somebody calls about: mine, all open ones, done ones. */
@Controller
@RequestMapping("/surveys/follow-ups")
@RequiredArgsConstructor
class FollowUpController {

    private static final List<Tab> TABS = List.of(
            Tab.of("MINE", "enum.FollowUpView.MINE", "/surveys/follow-ups?view=mine"),
            Tab.of("OPEN", "enum.FollowUpView.OPEN", "/surveys/follow-ups?view=open"),
            Tab.of("DONE", "enum.FollowUpView.DONE", "/surveys/follow-ups?view=done"));

    private final FollowUps followUps;
    private final Words words;

    /** @param q id of one of them, where a notice leads; it is found done or not */
    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        var id = q != null && q.matches("\\d{1,18}") ? Long.valueOf(q) : null;
        var wanted = view(viewer, view, id);
        var page = followUps.page(viewer, wanted, id, PageRequest.of(after, before, size));
        if (id != null && page.rows().isEmpty()) {
            wanted = FollowUpView.DONE;
            page = followUps.page(viewer, wanted, id, PageRequest.of(after, before, size));
        }
        model.addAttribute("view", wanted);
        model.addAttribute("tabs", TABS);
        model.addAttribute("page", page);
        return "aftersales/survey/follow-ups";
    }

    @PostMapping("/{id}/completion")
    String finish(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect,
            Model model) {
        try {
            followUps.finish(viewer, id, note);
            Toast.done("aftersales.survey.followUpFinished").after(redirect);
            return "redirect:/surveys/follow-ups";
        } catch (RuleViolation violation) {
            model.addAttribute("wrong", words.text(violation.key(), violation.args()));
            model.addAttribute("typed", note);
            return list(viewer, null, String.valueOf(id), null, null, null, model);
        }
    }

    private static FollowUpView view(Viewer viewer, @Nullable String view, @Nullable Long id) {
        if (id != null || "open".equals(view)) {
            return FollowUpView.OPEN;
        }
        if (view == null) {
            return viewer.has(Role.MANAGER) ? FollowUpView.OPEN : FollowUpView.MINE;
        }
        return "done".equals(view) ? FollowUpView.DONE : FollowUpView.MINE;
    }
}
