package io.throughline.web.portal;

import io.throughline.aftersales.diagnosis.PortalDiagnoses;
import io.throughline.aftersales.feedback.PortalComplaints;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.survey.RatingQueries;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.Level;
import io.throughline.aftersales.ticket.PortalTicketQueries;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.TicketSubject;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.aftersales.ticket.TicketWords;
import io.throughline.web.aftersales.ticket.Uploads;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.OpenedRecord;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A contact's tickets: the list, the form to ask, and one ticket in plain words. */
@Controller
@RequiredArgsConstructor
class PortalTicketController {

    private final PortalTickets tickets;
    private final PortalTicketQueries queries;
    private final PortalComplaints complaints;
    private final PortalDiagnoses diagnoses;
    private final RatingQueries ratings;
    private final TicketWords ticketWords;
    private final InstalledProductQueries products;
    private final Words words;

    @GetMapping("/portal/tickets")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        boolean open = !view.equals("all");
        model.addAttribute("open", open);
        model.addAttribute("page", queries.rows(viewer, open, PageRequest.of(after, before, size)));
        return "portal/ticket/list";
    }

    @GetMapping("/portal/tickets/new")
    String blank(Viewer viewer, @RequestParam(required = false) @Nullable String product, Model model) {
        model.addAttribute(
                "form",
                new AskForHelp(
                        TicketKind.DIAGNOSIS,
                        "",
                        "",
                        Level.MEDIUM,
                        UUID.randomUUID().toString(),
                        product,
                        false));
        choices(viewer, model);
        return "portal/ticket/new";
    }

    @Limited(Limit.TICKET)
    @PostMapping("/portal/tickets")
    String ask(
            Viewer viewer,
            @Valid @ModelAttribute("form") AskForHelp form,
            BindingResult errors,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads,
            RedirectAttributes redirect,
            Model model) {
        var next = FormErrors.tried(errors, () -> {
            var opened = tickets.ask(viewer, form, Uploads.of(uploads));
            Toast.done("portal.ticket.asked", opened.number()).after(redirect);
            return "redirect:/portal/tickets/" + opened.number();
        });
        return next.orElseGet(() -> {
            choices(viewer, model);
            return "portal/ticket/new";
        });
    }

    @GetMapping("/portal/tickets/{number}")
    String show(Viewer viewer, @PathVariable String number, Model model) {
        fill(viewer, number, model);
        return "portal/ticket/detail";
    }

    @PostMapping("/portal/tickets/{number}/messages")
    String answer(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads,
            RedirectAttributes redirect,
            Model model) {
        try {
            var answered = tickets.answer(viewer, number, body, Uploads.of(uploads));
            Toast.done(answered.fresh() ? "portal.ticket.followedUp" : "portal.ticket.answered", answered.number())
                    .after(redirect);
            return "redirect:/portal/tickets/" + answered.number();
        } catch (RuleViolation violation) {
            fill(viewer, number, model);
            model.addAttribute("typed", body);
            model.addAttribute("wrong", words.text(violation.key(), violation.args()));
            return "portal/ticket/detail";
        }
    }

    private void fill(Viewer viewer, String number, Model model) {
        var ticket = queries.detail(viewer, number);
        OpenedRecord.is(TicketSubject.of(ticket.id()));
        model.addAttribute("ticket", ticket);
        model.addAttribute(
                "complaint",
                ticket.kind() == TicketKind.FEEDBACK
                        ? complaints.of(viewer, ticket.id()).orElse(null)
                        : null);
        model.addAttribute(
                "diagnosis",
                ticket.kind() == TicketKind.DIAGNOSIS
                        ? diagnoses.of(viewer, ticket.id()).orElse(null)
                        : null);
        model.addAttribute("lines", ticketWords.lines(ticket.entries(), false));
        model.addAttribute("ratings", ratings.ofTicket(viewer, ticket.id()));
        model.addAttribute(
                "mayRate",
                (ticket.isResolved() || ticket.isClosed())
                        && ratings.isOpen(viewer, ticket.id(), ticket.resolutionNo()));
    }

    private void choices(Viewer viewer, Model model) {
        model.addAttribute(
                "products",
                products.choices(viewer, viewer.requireCustomerId()).stream()
                        .map(row -> new Option(row.code(), row.model() + " " + row.name(viewer.locale())))
                        .toList());
        model.addAttribute("kinds", words.options(TicketKind.values()));
        model.addAttribute("levels", words.options(Level.values()));
    }
}
