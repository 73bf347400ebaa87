package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.desk.MacroRuns;
import io.throughline.aftersales.desk.RunMacro;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
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

/** A macro on a ticket: what it would do, then all of it in one step. */
@Controller
@RequestMapping("/tickets/{number}/macros")
@RequiredArgsConstructor
class TicketMacroController {

    private static final String PAGE = "aftersales/ticket/macro";

    private final MacroRuns runs;
    private final TicketDetailQueries tickets;
    private final StepWords steps;

    @GetMapping
    String choose(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long macro,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        var ticket = tickets.detail(viewer, number);
        if (macro == null) {
            Toast.refused("aftersales.desk.chooseMacro").after(redirect);
            return Back.to(back, ticket.number());
        }
        redirect.addAttribute("back", back);
        return "redirect:/tickets/" + ticket.number() + "/macros/" + macro;
    }

    @GetMapping("/{macro:[0-9]+}")
    String show(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long macro,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        fill(viewer, number, macro, back, model);
        model.addAttribute("form", new RunMacro(null, null, null));
        return PAGE;
    }

    @PostMapping("/{macro:[0-9]+}")
    String run(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long macro,
            @Valid @ModelAttribute("form") RunMacro form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String back,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var batch = runs.run(viewer, number, macro, form);
                var done = Toast.done("aftersales.desk.macroRun", number);
                (batch == null ? done : done.undo("/tickets/batches/" + batch + "/removal")).after(redirect);
                return Back.to(back, number);
            } catch (RuleViolation violation) {
                FormErrors.into(errors, violation);
            }
        }
        fill(viewer, number, macro, back, model);
        model.addAttribute("mustConfirm", errors.hasFieldErrors("confirmed"));
        return PAGE;
    }

    private void fill(Viewer viewer, String number, long macro, String back, Model model) {
        var preview = runs.preview(viewer, number, macro);
        model.addAttribute("ticket", tickets.detail(viewer, number));
        model.addAttribute("preview", preview);
        model.addAttribute("changes", steps.of(viewer, preview.steps()));
        model.addAttribute("back", back);
    }
}
