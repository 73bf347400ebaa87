package io.throughline.web.aftersales.ticket;

import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.ticket.Channel;
import io.throughline.aftersales.ticket.Level;
import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.aftersales.ticket.TicketKind;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.customer.CustomerId;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.edit.FormEdit;
import io.throughline.web.edit.FormMerge;
import io.throughline.web.edit.Typed;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens a ticket for a customer and changes a ticket's properties; both forms look alike. */
@Controller
@RequiredArgsConstructor
class TicketFormController {

    private static final String NEW = "aftersales/ticket/new";
    private static final String EDIT = "aftersales/ticket/edit";

    private final Tickets tickets;
    private final TicketDetailQueries queries;
    private final CustomerQueries customers;
    private final InstalledProductQueries products;
    private final TicketWords ticketWords;
    private final Words words;
    private final FormMerge merge;

    @GetMapping("/tickets/new")
    String blank(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String product,
            Model model) {
        var about = product == null || product.isBlank() ? null : products.detail(viewer, product);
        var id = about != null
                ? Long.valueOf(about.customerId())
                : customer == null || customer.isBlank()
                        ? null
                        : customers.require(viewer, customer).value();
        model.addAttribute("form", TicketForm.empty(id, about == null ? null : about.code()));
        choices(viewer, id, model);
        return NEW;
    }

    /** A customer was chosen: the same form with that customer's contacts and projects, and what was typed. */
    @PostMapping("/tickets/new")
    String choose(
            Viewer viewer, @ModelAttribute("form") @Nullable TicketForm typed, BindingResult errors, Model model) {
        choices(viewer, customerOf(typed), model);
        return NEW;
    }

    @Limited(Limit.TICKET)
    @PostMapping("/tickets")
    String open(
            Viewer viewer,
            @Valid @ModelAttribute("form") @Nullable TicketForm form,
            BindingResult errors,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads,
            RedirectAttributes redirect,
            Model model) {
        if (form != null && (form.body() == null || form.body().isBlank())) {
            errors.rejectValue("body", "jakarta.validation.constraints.NotBlank.message");
        }
        if (form != null && !errors.hasErrors()) {
            try {
                var opened =
                        tickets.open(viewer, form.toOpen(viewer.zone(), productOf(viewer, form)), Uploads.of(uploads));
                Toast.done("aftersales.ticket.opened", opened.number()).after(redirect);
                return "redirect:/tickets/" + opened.number();
            } catch (RuleViolation violation) {
                FormErrors.into(errors, violation);
            }
        }
        choices(viewer, customerOf(form), model);
        return NEW;
    }

    @GetMapping("/tickets/{number}/edit")
    String edit(Viewer viewer, @PathVariable String number, Model model) {
        var ticket = queries.detail(viewer, number);
        model.addAttribute("ticket", ticket);
        model.addAttribute("form", TicketForm.of(ticket, viewer.zone()));
        choices(viewer, ticket.customerId(), model);
        return EDIT;
    }

    @PostMapping("/tickets/{number}")
    String save(
            Viewer viewer,
            @PathVariable String number,
            @Valid @ModelAttribute("form") @Nullable TicketForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Model model) {
        var ticket = queries.detail(viewer, number);
        var edit = new FormEdit<TicketForm>(
                "aftersales.ticket",
                ticket.id().value(),
                TicketProperties.TOGETHER,
                () -> filled(viewer, queries.detail(viewer, number)),
                whole -> tickets.edit(viewer, number, whole.toEdit(viewer.zone(), productOf(viewer, whole))));
        if (merge.save(viewer, new Typed<>(form, errors, sent, model), edit).isPresent()) {
            Toast.done("aftersales.ticket.saved", number).after(redirect);
            return "redirect:/tickets/" + number;
        }
        model.addAttribute("ticket", ticket);
        choices(viewer, customerOf(model.getAttribute("form") instanceof TicketForm shown ? shown : form), model);
        return EDIT;
    }

    private static FormEdit.Filled<TicketForm> filled(Viewer viewer, TicketDetail ticket) {
        return FormEdit.Filled.of(TicketForm.of(ticket, viewer.zone()))
                .naming("customerId", ticket.customer())
                .naming("requesterId", ticket.requester())
                .naming("projectId", ticket.project());
    }

    private @Nullable Long productOf(Viewer viewer, TicketForm form) {
        return form.product() == null || form.product().isBlank()
                ? null
                : products.chosen(viewer, form.product()).value();
    }

    /** A form with a value of the wrong type does not come into being; what was typed is shown all the same. */
    private static @Nullable Long customerOf(@Nullable TicketForm form) {
        return form == null ? null : form.customerId();
    }

    private void choices(Viewer viewer, @Nullable Long customer, Model model) {
        model.addAttribute("chosenCustomer", customer);
        model.addAttribute("knowsProblems", viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN));
        model.addAttribute("kinds", words.options(TicketKind.values()));
        model.addAttribute("levels", words.options(Level.values()));
        model.addAttribute("priorities", ticketWords.priorities());
        model.addAttribute("channels", words.options(Channel.values()));
        model.addAttribute(
                "customers",
                customers.options(viewer).stream()
                        .map(option -> new Option(String.valueOf(option.id()), option.name() + " " + option.number()))
                        .toList());
        model.addAttribute(
                "contacts",
                customer == null
                        ? List.of()
                        : customers.contacts(viewer, new CustomerId(customer)).stream()
                                .map(contact -> new Option(String.valueOf(contact.id()), contact.name()))
                                .toList());
        model.addAttribute(
                "projects",
                customer == null ? List.of() : TicketPage.options(viewer, queries.projectsOf(viewer, customer)));
        model.addAttribute(
                "products",
                customer == null
                        ? List.of()
                        : products.choices(viewer, customer).stream()
                                .map(row -> new Option(row.code(), row.model() + " " + row.name(viewer.locale())))
                                .toList());
        var hands = queries.hands(viewer);
        model.addAttribute("teams", TicketPage.options(viewer, hands.teams()));
        model.addAttribute("colleagues", TicketPage.options(viewer, hands.people()));
    }
}
