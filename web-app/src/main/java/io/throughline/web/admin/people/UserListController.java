package io.throughline.web.admin.people;

import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.TeamQueries;
import io.throughline.foundation.people.UserFilter;
import io.throughline.foundation.people.UserQueries;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All users, for people and for programs. */
@Controller
@RequiredArgsConstructor
class UserListController {

    private final UserQueries users;
    private final TeamQueries teams;
    private final Words words;

    @GetMapping("/admin/users")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "filter.role", required = false) @Nullable Role role,
            @RequestParam(name = "filter.team", required = false) @Nullable Long team,
            @RequestParam(name = "filter.active", required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Viewer viewer,
            Model model) {
        var filter = new UserFilter(q, role, team, active);
        model.addAttribute("page", users.page(viewer, filter, PageRequest.of(after, before, null)));
        model.addAttribute("total", users.count(viewer, filter));
        model.addAttribute("roles", words.options(Role.values()));
        model.addAttribute(
                "teams",
                teams.all(viewer).stream()
                        .map(t -> new Option(Long.toString(t.id()), TeamNames.of(t)))
                        .toList());
        model.addAttribute(
                "states",
                List.of(
                        new Option("true", words.text("web.people.active")),
                        new Option("false", words.text("web.people.inactive"))));
        return "admin/people/users";
    }
}
