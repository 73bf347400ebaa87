package io.throughline.web.customer;

import io.throughline.aftersales.installed.InstalledProductFilter;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.mail.UndeliverableAddresses;
import io.throughline.aftersales.ticket.TicketFilter;
import io.throughline.aftersales.ticket.TicketQueries;
import io.throughline.aftersales.ticket.TicketView;
import io.throughline.foundation.customer.ContactDetail;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.CustomerSubject;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectFilter;
import io.throughline.project.lifecycle.ProjectListQueries;
import java.time.Clock;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One customer from all sides, a tab to each address. */
@Controller
@RequestMapping("/customers/{number}")
@RequiredArgsConstructor
class CustomerPageController {

    private static final Role[] CONTRACTS = {Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SALES, Role.SUPPORT_AGENT};

    private static final Role[] REGISTER = {Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER};

    private final CustomerPage page;
    private final CustomerTimeline timeline;
    private final CustomerDetailQueries details;
    private final UndeliverableAddresses addresses;
    private final ProjectListQueries projects;
    private final TicketQueries tickets;
    private final InstalledProductQueries products;
    private final Clock clock;

    @GetMapping
    String overview(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "filter.kind", required = false) @Nullable String kind,
            Model model) {
        var customer = page.fill(viewer, number, "overview", model);
        var history = timeline.history(viewer, customer.customerId(), CustomerTimeline.kind(kind), after);
        model.addAttribute("lines", history.lines());
        model.addAttribute("kinds", CustomerTimeline.Kind.values());
        model.addAttribute("kind", kind == null ? "" : kind);
        model.addAttribute("subject", CustomerSubject.of(customer.customerId()));
        model.addAttribute("watching", history.watching());
        return "foundation/customer/overview";
    }

    @GetMapping("/projects")
    String projects(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var customer = page.fill(viewer, number, "projects", model);
        var filter = new ProjectFilter(
                null, Set.of(), Set.of(), Set.of(), null, customer.id(), null, false, ProjectFilter.Sort.KEY);
        model.addAttribute("page", projects.list(viewer, filter, PageRequest.of(after, before, null)));
        return "foundation/customer/projects";
    }

    @GetMapping("/tickets")
    String tickets(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var customer = page.fill(viewer, number, "tickets", model);
        var wanted = "open".equals(view) ? TicketView.OPEN : TicketView.ALL;
        var filter = TicketFilter.of(wanted).ofCustomers(Set.of(customer.id()));
        model.addAttribute("page", tickets.rows(viewer, filter, PageRequest.of(after, before, null)));
        model.addAttribute("view", wanted.word());
        model.addAttribute("now", clock.instant());
        return "foundation/customer/tickets";
    }

    @GetMapping("/products")
    String products(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var customer = page.fill(viewer, number, "products", model);
        var filter = InstalledProductFilter.everything().ofCustomer(customer.number());
        model.addAttribute("page", products.rows(viewer, filter, PageRequest.of(after, before, null)));
        model.addAttribute("mayRegister", viewer.hasAny(REGISTER));
        model.addAttribute("opensContracts", viewer.hasAny(CONTRACTS));
        model.addAttribute("locale", viewer.locale());
        return "foundation/customer/products";
    }

    @GetMapping("/contacts")
    String contacts(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean undeliverable,
            Model model) {
        var customer = page.fill(viewer, number, "contacts", model);
        var all = details.contacts(viewer, customer.customerId());
        var returned =
                addresses.of(viewer, all.stream().map(ContactDetail::email).toList());
        model.addAttribute(
                "contacts",
                all.stream()
                        .filter(contact -> !undeliverable || ContactJson.returned(contact, returned) != null)
                        .toList());
        model.addAttribute("returned", returned);
        model.addAttribute("undeliverable", undeliverable);
        model.addAttribute("sites", details.sites(viewer, customer.customerId()));
        return "foundation/customer/contacts";
    }

    @GetMapping("/documents")
    String documents(Viewer viewer, @PathVariable String number, Model model) {
        page.fill(viewer, number, "documents", model);
        return "foundation/customer/documents";
    }
}
