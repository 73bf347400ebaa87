package io.throughline.web.project.lifecycle;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.MemberRole;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.timesheet.BookedTime;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.project.resource.TeamLoads;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
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

/** Who works in the project, and as what. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}")
class TeamController {

    private final Projects projects;
    private final ProjectQueries queries;
    private final ProjectPages pages;
    private final Words words;
    private final TeamLoads loads;
    private final BookedTime booked;

    @GetMapping("/team")
    String list(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Integer weeks,
            Model model) {
        var detail = queries.detail(viewer, key);
        if (!detail.access().plan()) {
            throw new NotFound("team of project", key);
        }
        var project = pages.fill(detail.access(), "team", model);
        model.addAttribute("detail", detail);
        model.addAttribute("members", queries.members(viewer, project));
        model.addAttribute("roles", words.options(MemberRole.values()));
        if (project.manages() && project.isOpen()) {
            model.addAttribute("people", ProjectPages.options(queries.people(viewer)));
        }
        model.addAttribute("times", booked.ofProject(viewer, project));
        loads.fill(viewer, project, from, weeks, model);
        return "project/lifecycle/team";
    }

    @PostMapping("/members")
    String add(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam long userId,
            @RequestParam MemberRole role,
            RedirectAttributes redirect) {
        projects.addMember(viewer, key, userId, role);
        Toast.done("project.lifecycle.toast.memberAdded").after(redirect);
        return "redirect:/projects/" + key + "/team";
    }

    @PostMapping("/members/{user}/removal")
    String remove(Viewer viewer, @PathVariable String key, @PathVariable long user, RedirectAttributes redirect) {
        projects.removeMember(viewer, key, user);
        Toast.done("project.lifecycle.toast.memberRemoved").after(redirect);
        return "redirect:/projects/" + key + "/team";
    }
}
