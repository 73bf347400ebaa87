package io.throughline.web.admin.people;

import io.throughline.foundation.people.HandOver;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.Teams;
import io.throughline.foundation.people.UserDetail;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.UserQueries;
import io.throughline.foundation.people.Users;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
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
    private final FormMerge merge;
    private final Words words;

    @GetMapping
    String show(@PathVariable String login, Viewer viewer, Model model) {
        var user = queries.require(viewer, login);
        model.addAttribute("form", UserForm.of(user));
        return page(viewer, user, model);
    }

    @PostMapping
    String change(
            @PathVariable String login,
            @Valid @ModelAttribute("form") @Nullable UserForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            Model model,
            RedirectAttributes redirect) {
        var user = queries.require(viewer, login);
        var edit = new FormEdit<UserForm>(
                "foundation.app_user",
                user.row().id(),
                List.of(),
                () -> FormEdit.Filled.of(UserForm.of(queries.require(viewer, login))),
                whole -> save(viewer, login, whole));
        var saved = merge.save(viewer, new Typed<>(form, errors, sent, model), edit);
        if (saved.isPresent()) {
            Toast.done("web.people.saved", saved.get().name()).after(redirect);
            return "redirect:/admin/users/" + user.row().login();
        }
        return page(viewer, user, model);
    }

    private void save(Viewer viewer, String login, UserForm form) {
        var user = queries.require(viewer, login);
        var id = new UserId(user.row().id());
        users.change(viewer, id, form.command());
        if (!form.teamIds().equals(user.teamIds())) {
            teams.assign(viewer, id, form.teamIds());
        }
    }

    private String page(Viewer viewer, UserDetail user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("self", viewer.id().value() == user.row().id());
        model.addAttribute("openWork", handOver.of(viewer, new UserId(user.row().id())));
        boolean customer = user.row().roles().contains(Role.CUSTOMER);
        model.addAttribute(
                "roles",
                words.options(Arrays.stream(Role.values())
                        .filter(role -> role.isStaff() != customer)
                        .toList()));
        model.addAttribute(
                "teams",
                customer
                        ? List.of()
                        : teamQueries.all(viewer).stream()
                                .filter(team -> team.active() || user.teamIds().contains(team.id()))
                                .map(team -> new Option(Long.toString(team.id()), TeamNames.of(team)))
                                .toList());
        return "admin/people/user";
    }
}
