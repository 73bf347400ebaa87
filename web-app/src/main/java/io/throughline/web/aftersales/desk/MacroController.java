package io.throughline.web.aftersales.desk;

import io.throughline.aftersales.desk.DeskTeams;
import io.throughline.aftersales.desk.MacroQueries;
import io.throughline.aftersales.desk.Macros;
import io.throughline.aftersales.desk.ReplyTemplateQueries;
import io.throughline.aftersales.desk.Sharing;
import io.throughline.aftersales.ticket.Priority;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketStatus;
import io.throughline.aftersales.ticket.TicketStatuses;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.aftersales.ticket.TicketWords;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
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

/** Macros: listed, written, changed, removed and brought back. */
@Controller
@RequestMapping("/macros")
@RequiredArgsConstructor
class MacroController {

    private static final String LIST = "redirect:/macros";
    private static final String FORM = "aftersales/desk/macro-form";
    private static final Set<String> NOBODYS = Set.of(TicketStatus.NEW, TicketStatus.MERGED);

    private final Macros macros;
    private final MacroQueries queries;
    private final ReplyTemplateQueries templates;
    private final TicketDetailQueries tickets;
    private final TicketStatuses statuses;
    private final TicketWords ticketWords;
    private final DeskTeams teams;
    private final FormMerge merge;
    private final Words words;

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        model.addAttribute("page", queries.rows(viewer, PageRequest.of(after, before, size)));
        return "aftersales/desk/macros";
    }

    @GetMapping("/new")
    String start(Viewer viewer, Model model) {
        model.addAttribute("form", MacroForm.blank());
        choices(viewer, model);
        return FORM;
    }

    @PostMapping
    String write(
            Viewer viewer,
            @Valid @ModelAttribute("form") MacroForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var next = FormErrors.tried(errors, () -> {
            macros.write(viewer, form.command());
            Toast.done("aftersales.desk.macroSaved", String.valueOf(form.name()))
                    .after(redirect);
            return LIST;
        });
        return next.orElseGet(() -> {
            choices(viewer, model);
            return FORM;
        });
    }

    @GetMapping("/{id:[0-9]+}/edit")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("form", MacroForm.of(queries.require(viewer, id)));
        model.addAttribute("id", id);
        choices(viewer, model);
        return FORM;
    }

    @PostMapping("/{id:[0-9]+}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @Valid @ModelAttribute("form") MacroForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        queries.require(viewer, id);
        var edit = new FormEdit<MacroForm>(
                "aftersales.macro",
                id,
                List.of(),
                () -> FormEdit.Filled.of(MacroForm.of(queries.require(viewer, id))),
                whole -> macros.change(viewer, id, whole.command()));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("aftersales.desk.macroSaved", String.valueOf(form.name()))
                    .after(redirect);
            return LIST;
        }
        model.addAttribute("id", id);
        choices(viewer, model);
        return FORM;
    }

    @PostMapping("/{id:[0-9]+}/removal")
    String remove(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        try {
            macros.remove(viewer, id);
            Toast.done("aftersales.desk.macroRemoved")
                    .undo("/macros/" + id + "/removal/undo")
                    .after(redirect);
        } catch (RuleViolation violation) {
            Toast.refused(violation.key()).after(redirect);
        }
        return LIST;
    }

    @PostMapping("/{id:[0-9]+}/removal/undo")
    String bringBack(Viewer viewer, @PathVariable long id, RedirectAttributes redirect) {
        macros.bringBack(viewer, id);
        Toast.done("aftersales.desk.macroBack").after(redirect);
        return LIST;
    }

    private void choices(Viewer viewer, Model model) {
        var hands = tickets.hands(viewer);
        model.addAttribute("sharings", words.options(Sharing.values()));
        model.addAttribute("priorities", words.options(Priority.values()));
        model.addAttribute(
                "statuses",
                ticketWords.options(statuses.all().stream()
                        .filter(status -> !NOBODYS.contains(status.code()))
                        .toList()));
        model.addAttribute(
                "templates",
                templates.choices(viewer).templates().stream()
                        .map(one -> new Option(String.valueOf(one.id()), one.name()))
                        .toList());
        model.addAttribute("toTeams", options(viewer, hands.teams()));
        model.addAttribute("people", options(viewer, hands.people()));
        model.addAttribute(
                "teams",
                teams.of(viewer).stream()
                        .map(team -> new Option(String.valueOf(team.id()), team.name()))
                        .toList());
    }

    private static List<Option> options(Viewer viewer, List<TicketDetailQueries.Choice> choices) {
        return choices.stream()
                .map(choice -> new Option(String.valueOf(choice.id()), choice.name(viewer.locale())))
                .toList();
    }
}
