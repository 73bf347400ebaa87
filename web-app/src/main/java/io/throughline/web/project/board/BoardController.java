package io.throughline.web.project.board;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.board.BoardQueries;
import io.throughline.project.board.Boards;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.TaskProgress;
import io.throughline.project.schedule.TaskQueries;
import io.throughline.project.schedule.TaskRow;
import io.throughline.project.schedule.TaskStatus;
import io.throughline.web.project.ProjectPages;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.time.Clock;
import java.time.LocalDateTime;
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

/** Tasks as cards; a card moves by dragging, by a key or by its form. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/projects/{key}")
class BoardController implements AddressRules {

    private final BoardQueries boards;
    private final Boards limits;
    private final TaskQueries tasks;
    private final TaskProgress progress;
    private final ProjectQueries projects;
    private final ProjectPages pages;
    private final Words words;
    private final Clock clock;

    @Override
    public void declare(AddressBook book) {
        book.staff("/projects/{key}/board", "/projects/{key}/tasks/{number}/status");
        book.roles("/projects/{key}/board/limits", Role.PROJECT_MANAGER, Role.MANAGER);
    }

    @GetMapping("/board")
    String show(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(name = "filter.assignee", required = false) @Nullable Long assignee,
            Model model) {
        var project = pages.plan(viewer, key, "board", model);
        model.addAttribute("columns", boards.board(viewer, key, assignee));
        model.addAttribute("now", LocalDateTime.now(clock.withZone(project.zone())));
        model.addAttribute("team", ProjectPages.options(projects.team(viewer, project)));
        model.addAttribute(
                "targets", words.options(List.of(TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.DONE)));
        model.addAttribute("may", project.manages() && project.isOpen());
        model.addAttribute("work", project.contributes() && project.isOpen());
        return "project/board/board";
    }

    @PostMapping("/tasks/{number}/status")
    String move(
            Viewer viewer,
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam TaskStatus status,
            RedirectAttributes redirect) {
        var before = tasks.require(viewer, key, number).status();
        progress.moveTo(viewer, key, number, status);
        moved(viewer, key, number, status)
                .undo("/projects/" + key + "/tasks/" + number + "/status?status=" + before.name())
                .after(redirect);
        return "redirect:/projects/" + key + "/board#t" + number;
    }

    /** Says where the card has come to lie, which whoever does not see the board cannot know. */
    private Toast moved(Viewer viewer, String key, int number, TaskStatus status) {
        var column = boards.board(viewer, key, null).stream()
                .filter(one -> one.status() == status)
                .findFirst()
                .orElseThrow();
        var numbers = column.cards().stream().map(TaskRow::number).toList();
        return Toast.done(
                "project.board.toast.moved",
                key + "-" + number,
                words.of(status),
                numbers.indexOf(number) + 1,
                column.total());
    }

    @PostMapping("/board/limits")
    String limit(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam TaskStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            RedirectAttributes redirect) {
        limits.limit(viewer, key, status, limit);
        Toast.done("project.board.toast.limit").after(redirect);
        return "redirect:/projects/" + key + "/board";
    }
}
