package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AssignmentRuleQueries;
import io.throughline.aftersales.assignment.AssignmentRules;
import io.throughline.aftersales.assignment.RuleOfTeam;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The teams with their rules, and the form of one. */
@Controller
@RequestMapping("/assignment-rules")
@RequiredArgsConstructor
class AssignmentRuleController {

    private static final String FORM = "aftersales/assignment/rule";
    private static final String HERE = "redirect:/assignment-rules/";

    private final AssignmentRules rules;
    private final AssignmentRuleQueries queries;
    private final RulePage page;
    private final FormMerge merge;

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rules", queries.all(viewer));
        model.addAttribute("language", viewer.locale());
        model.addAttribute("place", RulePage.place(viewer));
        return "aftersales/assignment/rules";
    }

    @GetMapping("/{team:[0-9]+}")
    String edit(Viewer viewer, @PathVariable long team, Model model) {
        var rule = queries.require(viewer, new TeamId(team));
        model.addAttribute("form", RuleForm.of(rule));
        model.addAttribute("need", NeedForm.empty());
        page.fill(viewer, rule, model);
        return FORM;
    }

    @PostMapping("/{team:[0-9]+}")
    String save(
            Viewer viewer,
            @PathVariable long team,
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var rule = queries.require(viewer, new TeamId(team));
        if (saved(viewer, rule, new Typed<>(form, errors, sent, model))) {
            Toast.done("aftersales.assignment.saved").after(redirect);
            return HERE + team;
        }
        model.addAttribute("need", NeedForm.empty());
        page.fill(viewer, rule, model);
        return FORM;
    }

    @PostMapping("/{team:[0-9]+}/removal")
    String remove(Viewer viewer, @PathVariable long team, RedirectAttributes redirect) {
        rules.remove(viewer, new TeamId(team));
        Toast.done("aftersales.assignment.removed").after(redirect);
        return "redirect:/assignment-rules";
    }

    private boolean saved(Viewer viewer, RuleOfTeam rule, Typed<RuleForm> typed) {
        var team = new TeamId(rule.teamId());
        var id = rule.id();
        if (id == null) {
            return FormErrors.tried(typed.errors(), () -> {
                        rules.save(
                                viewer,
                                team,
                                Objects.requireNonNull(typed.form()).command(List.of()));
                        return "";
                    })
                    .isPresent();
        }
        var edit = new FormEdit<RuleForm>(
                "aftersales.assignment_rule",
                id,
                List.of(),
                () -> FormEdit.Filled.of(RuleForm.of(queries.require(viewer, team))),
                whole -> rules.save(
                        viewer,
                        team,
                        whole.command(queries.require(viewer, team).needs())));
        return merge.save(viewer, typed, edit).isPresent();
    }
}
