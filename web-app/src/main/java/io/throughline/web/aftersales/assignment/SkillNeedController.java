package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AssignmentRuleQueries;
import io.throughline.aftersales.assignment.AssignmentRules;
import io.throughline.aftersales.assignment.SkillNeed;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds the skills that tickets of a team want, and takes them away. */
@Controller
@RequestMapping("/assignment-rules/{team:[0-9]+}/needs")
@RequiredArgsConstructor
class SkillNeedController {

    private final AssignmentRules rules;
    private final AssignmentRuleQueries queries;
    private final RulePage page;

    @PostMapping
    String add(
            Viewer viewer,
            @PathVariable long team,
            @Valid @ModelAttribute("need") NeedForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            var needs = needs(viewer, team);
            needs.add(form.need());
            return keep(viewer, team, needs, redirect);
        });
        return next.orElseGet(() -> {
            var rule = queries.require(viewer, new TeamId(team));
            model.addAttribute("form", RuleForm.of(rule));
            page.fill(viewer, rule, model);
            return "aftersales/assignment/rule";
        });
    }

    @PostMapping("/removal")
    String remove(
            Viewer viewer,
            @PathVariable long team,
            @Valid @ModelAttribute("need") NeedForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        var needs = needs(viewer, team);
        if (!errors.hasErrors()) {
            needs.remove(form.need());
        }
        return keep(viewer, team, needs, redirect);
    }

    private List<SkillNeed> needs(Viewer viewer, long team) {
        return new ArrayList<>(queries.require(viewer, new TeamId(team)).needs());
    }

    private String keep(Viewer viewer, long team, List<SkillNeed> needs, RedirectAttributes redirect) {
        var rule = queries.require(viewer, new TeamId(team));
        rules.save(viewer, new TeamId(team), RuleForm.of(rule).command(needs));
        Toast.done("aftersales.assignment.saved").after(redirect);
        return "redirect:/assignment-rules/" + team;
    }
}
