package io.throughline.web.admin.people;

import io.throughline.foundation.people.SaveTeam;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.Teams;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.Set;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Teams and their members. */
@Controller
@RequestMapping("/admin/teams")
@RequiredArgsConstructor
class AdminTeamController {

    private final Teams teams;
    private final TeamQueries queries;

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
        return save(errors, viewer, null, model, redirect, form, () -> teams.found(viewer, form));
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        var team = queries.require(viewer, new TeamId(id));
        model.addAttribute(
                "form", new SaveTeam(team.nameZh(), team.nameEn(), Set.copyOf(team.memberIds()), team.version()));
        return form(viewer, id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SaveTeam form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        return save(errors, viewer, id, model, redirect, form, () -> teams.change(viewer, new TeamId(id), form));
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

    private String save(
            BindingResult errors,
            Viewer viewer,
            @Nullable Long id,
            Model model,
            RedirectAttributes redirect,
            SaveTeam form,
            Runnable change) {
        var next = FormErrors.tried(errors, () -> {
            change.run();
            Toast.done("web.people.teamSaved", form.nameZh()).after(redirect);
            return "redirect:/admin/teams";
        });
        return next.orElseGet(() -> form(viewer, id, model));
    }

    private String form(Viewer viewer, @Nullable Long id, Model model) {
        model.addAttribute("team", id == null ? null : queries.require(viewer, new TeamId(id)));
        model.addAttribute("candidates", queries.candidates(viewer));
        return "admin/people/team";
    }
}
