package io.throughline.web.admin.people;

import io.throughline.foundation.people.SaveTeam;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.Teams;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** Teams and their members. */
@Controller
@RequestMapping("/admin/teams")
@RequiredArgsConstructor
class AdminTeamController {

    private final Teams teams;
    private final TeamQueries queries;
    private final FormMerge merge;

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("teams", queries.all(viewer));
        return "admin/people/teams";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("form", new SaveTeam("", "", Set.of(), null));
        return form(viewer, null, model);
    }

    @PostMapping
    String found(
            @Valid @ModelAttribute("form") SaveTeam form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            teams.found(viewer, form);
            return saved(form, redirect);
        });
        return next.orElseGet(() -> form(viewer, null, model));
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("form", filled(viewer, new TeamId(id)));
        return form(viewer, id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") @Nullable SaveTeam form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        var team = new TeamId(id);
        var edit = new FormEdit<SaveTeam>(
                "foundation.team",
                id,
                List.of(),
                () -> FormEdit.Filled.of(filled(viewer, team)),
                whole -> teams.change(viewer, team, whole));
        return merge.save(viewer, new Typed<>(form, errors, sent, model), edit)
                .map(whole -> saved(whole, redirect))
                .orElseGet(() -> form(viewer, id, model));
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
        teams.retire(viewer, new TeamId(id));
        Toast.done("web.people.teamRetired")
                .undo("/admin/teams/" + id + "/reopening")
                .after(redirect);
        return "redirect:/admin/teams";
    }

    @PostMapping("/{id}/reopening")
    String reopen(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
        teams.reopen(viewer, new TeamId(id));
        Toast.done("web.people.teamReopened").after(redirect);
        return "redirect:/admin/teams";
    }

    private static String saved(SaveTeam team, RedirectAttributes redirect) {
        Toast.done("web.people.teamSaved", team.nameZh()).after(redirect);
        return "redirect:/admin/teams";
    }

    private SaveTeam filled(Viewer viewer, TeamId id) {
        var team = queries.require(viewer, id);
        return new SaveTeam(team.nameZh(), team.nameEn(), Set.copyOf(team.memberIds()), team.version());
    }

    private String form(Viewer viewer, @Nullable Long id, Model model) {
        var team = id == null ? null : new TeamId(id);
        model.addAttribute("team", team == null ? null : queries.require(viewer, team));
        model.addAttribute(
                "candidates",
                queries.candidates(viewer, team).stream()
                        .map(user -> new Option(Long.toString(user.id()), user.name()))
                        .toList());
        return "admin/people/team";
    }
}
