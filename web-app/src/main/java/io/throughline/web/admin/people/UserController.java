package io.throughline.web.admin.people;

import io.throughline.foundation.people.ChangeUser;
import io.throughline.foundation.people.HandOver;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.Teams;
import io.throughline.foundation.people.UserDetail;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.UserQueries;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One user: what is known, what the person may do, what is still in hand. */
@Controller
@RequestMapping("/admin/users/{login}")
@RequiredArgsConstructor
class UserController {

    private final Users users;
    private final UserQueries queries;
    private final Teams teams;
    private final TeamQueries teamQueries;
    private final HandOver handOver;
    private final Words words;

    @GetMapping
    String show(@PathVariable String login, Viewer viewer, Model model) {
        var user = queries.require(viewer, login);
        var row = user.row();
        model.addAttribute(
                "form", new ChangeUser(row.name(), row.email(), row.mobile(), Set.copyOf(row.roles()), user.version()));
        return page(viewer, user, user.teamIds(), model);
    }

    @PostMapping
    String change(
            @PathVariable String login,
            @Valid @ModelAttribute("form") ChangeUser form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Set<Long> teamIds,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        var user = queries.require(viewer, login);
        var chosen = teamIds == null ? Set.<Long>of() : teamIds;
        var next = FormErrors.tried(errors, () -> {
            var id = new UserId(user.row().id());
            users.change(viewer, id, form);
            if (!chosen.equals(user.teamIds())) {
                teams.assign(viewer, id, chosen);
            }
            Toast.done("web.people.saved", form.name()).after(redirect);
            return "redirect:/admin/users/" + user.row().login();
        });
        return next.orElseGet(() -> page(viewer, user, chosen, model));
    }

    private String page(Viewer viewer, UserDetail user, Set<Long> chosenTeams, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("self", viewer.id().value() == user.row().id());
        model.addAttribute("openWork", handOver.of(viewer, new UserId(user.row().id())));
        boolean customer = user.row().roles().contains(Role.CUSTOMER);
        model.addAttribute(
                "roles",
                words.options(Arrays.stream(Role.values())
                        .filter(role -> role.isStaff() != customer)
                        .toList()));
        model.addAttribute("chosenTeams", chosenTeams);
        model.addAttribute(
                "teams",
                customer
                        ? java.util.List.of()
                        : teamQueries.all(viewer).stream()
                                .filter(team -> team.active() || chosenTeams.contains(team.id()))
                                .map(team -> new Option(Long.toString(team.id()), TeamNames.of(team)))
                                .toList());
        return "admin/people/user";
    }
}
