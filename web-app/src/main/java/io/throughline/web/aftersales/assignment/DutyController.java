package io.throughline.web.aftersales.assignment;

import io.throughline.aftersales.assignment.AgentPauses;
import io.throughline.aftersales.assignment.AssignmentRuleQueries;
import io.throughline.aftersales.assignment.DutyQueries;
import io.throughline.aftersales.assignment.RuleOfTeam;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamId;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who of a team is on duty, and who takes no tickets for the moment. */
@Controller
@RequestMapping("/tickets/duty")
@RequiredArgsConstructor
class DutyController {

    private static final String PAGE = "aftersales/assignment/duty";

    private final DutyQueries duty;
    private final AgentPauses pauses;
    private final AssignmentRuleQueries rules;

    /** @param team id; without it the viewer's first */
    @GetMapping
    String show(Viewer viewer, @RequestParam(required = false) @Nullable Long team, Model model) {
        model.addAttribute("form", new PauseForm(null, null, team));
        fill(viewer, team, model);
        return PAGE;
    }

    @PostMapping("/pause")
    String pause(
            Viewer viewer,
            @Valid @ModelAttribute("form") PauseForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            pauses.pause(viewer, viewer.login(), form.command(viewer.zone()));
            Toast.done("aftersales.assignment.pausedNow")
                    .undo("/tickets/duty/pause/removal")
                    .after(redirect);
            return back(form.team());
        });
        return next.orElseGet(() -> {
            fill(viewer, form.team(), model);
            return PAGE;
        });
    }

    /** @param login whose; without it the viewer's own */
    @PostMapping("/pause/removal")
    String resume(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable Long team,
            RedirectAttributes redirect) {
        pauses.resume(viewer, login == null ? viewer.login() : login);
        Toast.done("aftersales.assignment.resumed").after(redirect);
        return back(team);
    }

    private void fill(Viewer viewer, @Nullable Long wanted, Model model) {
        var teams = rules.all(viewer);
        var team = wanted == null ? first(viewer, teams) : wanted;
        model.addAttribute("ownPause", duty.ownPause(viewer));
        model.addAttribute("login", viewer.login());
        model.addAttribute("mayKeep", viewer.hasAny(Role.MANAGER, Role.ADMIN));
        model.addAttribute("isManager", viewer.has(Role.MANAGER));
        model.addAttribute("language", viewer.locale());
        model.addAttribute(
                "teams",
                teams.stream()
                        .map(one -> new Option(String.valueOf(one.teamId()), one.team(viewer.locale())))
                        .toList());
        model.addAttribute("duty", team == null ? null : duty.of(viewer, new TeamId(team)));
    }

    private static @Nullable Long first(Viewer viewer, List<RuleOfTeam> teams) {
        return teams.stream()
                .map(RuleOfTeam::teamId)
                .filter(viewer.teamIds()::contains)
                .findFirst()
                .or(() -> teams.stream().map(RuleOfTeam::teamId).findFirst())
                .orElse(null);
    }

    private static String back(@Nullable Long team) {
        return "redirect:/tickets/duty" + (team == null ? "" : "?team=" + team);
    }
}
