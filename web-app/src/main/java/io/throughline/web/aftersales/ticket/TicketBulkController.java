package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketBatches;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many tickets changed at once: chosen or all that were found, shown before, taken back for a day. */
@Controller
@RequiredArgsConstructor
class TicketBulkController {

    private static final String PAGE = "aftersales/ticket/bulk";
    private static final Set<String> NOBODYS = Set.of(TicketStatus.NEW, TicketStatus.MERGED);

    private final TicketBatches batches;
    private final TicketQueries queries;
    private final TicketDetailQueries details;
    private final TicketStatuses statuses;
    private final TicketAddress address;
    private final TicketWords ticketWords;
    private final StepWords stepWords;
    private final Words words;
    private final Clock clock;

    /** The changes to choose, and under them what they would do; nothing is changed yet. */
    @GetMapping("/tickets/bulk")
    String show(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        var chosen = form.chosen().isEmpty() ? found(viewer, query) : form.chosen();
        fill(viewer, chosen, form, errors, model);
        model.addAttribute("back", back);
        return PAGE;
    }

    @PostMapping("/tickets/bulk")
    String run(
            Viewer viewer,
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String back,
            Model model,
            RedirectAttributes redirect) {
        var steps = form.steps(clock.instant(), viewer.zone());
        if (steps.isEmpty()) {
            errors.reject("aftersales.desk.stepNeeded");
        }
        if (!errors.hasErrors()) {
            try {
                var done =
                        batches.run(viewer, TicketBatches.Kind.BULK, words.text("term.bulkEdit"), form.chosen(), steps);
                Toast.done("aftersales.ticket.bulkDone", done.changed())
                        .undo("/tickets/batches/" + done.batch() + "/removal")
                        .after(redirect);
                return Back.to(back, "batches");
            } catch (RuleViolation violation) {
                FormErrors.into(errors, violation);
            }
        }
        fill(viewer, form.chosen(), form, errors, model);
        model.addAttribute("back", back);
        return PAGE;
    }

    /** What the viewer did in one step during the last day, to be taken back. */
    @GetMapping("/tickets/batches")
    String mine(Viewer viewer, Model model) {
        model.addAttribute("batches", batches.recent(viewer));
        return "aftersales/ticket/batches";
    }

    @PostMapping("/tickets/batches/{batch:[0-9]+}/removal")
    String undo(Viewer viewer, @PathVariable long batch, RedirectAttributes redirect) {
        try {
            var undone = batches.undo(viewer, batch);
            var toast = undone.kept() == 0
                    ? Toast.done("aftersales.ticket.batchUndone", undone.tickets())
                    : Toast.warning("aftersales.ticket.batchUndonePartly", undone.tickets(), undone.kept());
            toast.after(redirect);
        } catch (RuleViolation violation) {
            Refusal.of(violation).after(redirect);
        }
        return "redirect:/tickets/batches";
    }

    private List<String> found(Viewer viewer, Map<String, String> query) {
        return queries.numbers(viewer, address.filter(viewer, query, TicketAddress.home(viewer)), TicketBatches.MOST);
    }

    private void fill(Viewer viewer, List<String> chosen, BulkForm form, BindingResult errors, Model model) {
        var steps = form.steps(clock.instant(), viewer.zone());
        try {
            var lines = stepWords.of(viewer, batches.preview(viewer, chosen, steps));
            model.addAttribute("lines", lines);
            model.addAttribute(
                    "changing",
                    lines.stream().filter(line -> !line.changes().isEmpty()).count());
            model.addAttribute(
                    "refused",
                    lines.stream().filter(line -> !line.refusal().isEmpty()).count());
        } catch (RuleViolation violation) {
            if (!errors.hasErrors()) {
                FormErrors.into(errors, violation);
            }
            model.addAttribute("lines", List.of());
        }
        model.addAttribute("chosen", chosen);
        model.addAttribute("asked", !steps.isEmpty());
        model.addAttribute("cut", chosen.size() == TicketBatches.MOST);
        var hands = details.hands(viewer);
        model.addAttribute("teams", TicketPage.options(viewer, hands.teams()));
        model.addAttribute("colleagues", TicketPage.options(viewer, hands.people()));
        model.addAttribute("priorities", words.options(Priority.values()));
        model.addAttribute("holdPresets", words.options(HoldPreset.values()));
        model.addAttribute(
                "statuses",
                ticketWords.options(statuses.all().stream()
                        .filter(status -> !NOBODYS.contains(status.code()))
                        .toList()));
    }
}
