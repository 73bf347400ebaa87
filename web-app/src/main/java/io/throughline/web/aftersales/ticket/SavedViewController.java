package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.SaveView;
import io.throughline.aftersales.desk.SavedViews;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of tickets under a name: saved from where they are looked at, counted beside the list, removed and brought back. */
@Controller
@RequiredArgsConstructor
class SavedViewController {

    private static final String MANAGE = "redirect:/ticket-views";

    private final SavedViews views;
    private final ViewLinks links;

    /** The side list with its counts; it comes after the page, so that no page waits for them. */
    @GetMapping("/tickets/views")
    String counted(Viewer viewer, @RequestParam(required = false) @Nullable Long saved, Model model) {
        model.addAttribute("savedViews", links.counted(viewer));
        model.addAttribute("saved", saved);
        return "aftersales/ticket/views";
    }

    @GetMapping("/ticket-views")
    String manage(Viewer viewer, Model model) {
        model.addAttribute("savedViews", links.plain(viewer));
        return "aftersales/ticket/saved-views";
    }

    @PostMapping("/ticket-views")
    String save(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "OWN") Sharing sharing,
            @RequestParam(required = false) @Nullable Long teamId,
            RedirectAttributes redirect) {
        var clean = links.checked(viewer, query);
        try {
            if (name.isBlank() || name.length() > 80) {
                throw new RuleViolation("aftersales.desk.viewName");
            }
            long id = views.save(viewer, new SaveView(name, clean, sharing, teamId));
            Toast.done("aftersales.desk.viewSaved", name.strip()).after(redirect);
            return "redirect:/tickets?" + clean + (clean.isEmpty() ? "" : "&") + "saved=" + id;
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
            return "redirect:/tickets?" + clean;
        }
    }

    @PostMapping("/ticket-views/{id:[0-9]+}")
    String change(Viewer viewer, @PathVariable long id, @RequestParam String query, RedirectAttributes redirect) {
        var clean = links.checked(viewer, query);
        try {
            views.list(viewer, id, clean);
            Toast.done("aftersales.desk.viewChanged").after(redirect);
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        }
        return "redirect:/tickets?" + clean + (clean.isEmpty() ? "" : "&") + "saved=" + id;
    }

    @PostMapping("/ticket-views/{id:[0-9]+}/removal")
    String remove(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        try {
            views.remove(viewer, id);
            Toast.done("aftersales.desk.viewRemoved")
                    .undo("/ticket-views/" + id + "/removal/undo")
                    .after(redirect);
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        }
        return MANAGE;
    }

    @PostMapping("/ticket-views/{id:[0-9]+}/removal/undo")
    String bringBack(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        views.bringBack(viewer, id);
        Toast.done("aftersales.desk.viewBack").after(redirect);
        return MANAGE;
    }
}
