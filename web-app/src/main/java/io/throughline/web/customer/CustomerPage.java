package io.throughline.web.customer;

import io.throughline.aftersales.ticket.CustomerTickets;
import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CustomerProjects;
import io.throughline.web.shell.Tab;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Head and tabs that all pages of one customer share. */
@Component
@RequiredArgsConstructor
class CustomerPage {

    private final CustomerDetailQueries details;
    private final CustomerProjects projects;
    private final CustomerTickets tickets;

    CustomerDetail fill(Viewer viewer, String number, String tab, Model model) {
        var customer = details.require(viewer, number);
        model.addAttribute("customer", customer);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", tabs(viewer, customer));
        model.addAttribute("mayEdit", viewer.hasAny(CustomerAddresses.EDITORS) && changes(viewer, customer));
        model.addAttribute(
                "mayEditContacts", viewer.hasAny(CustomerAddresses.CONTACT_EDITORS) && changes(viewer, customer));
        model.addAttribute(
                "mayInvite", viewer.hasAny(Role.MANAGER, Role.ACCOUNT_EXECUTIVE) && changes(viewer, customer));
        model.addAttribute("mayOpenTicket", viewer.hasAny(Role.SUPPORT_AGENT, Role.ACCOUNT_EXECUTIVE, Role.MANAGER));
        return customer;
    }

    /** An account executive may see more customers than the own ones, by another role, and changes the own ones only. */
    private static boolean changes(Viewer viewer, CustomerDetail customer) {
        return !CustomerQueries.ownOnly(viewer)
                || Objects.equals(customer.accountExecutiveId(), viewer.id().value());
    }

    private List<Tab> tabs(Viewer viewer, CustomerDetail customer) {
        var base = "/customers/" + customer.number();
        var own = List.of(customer.id());
        return List.of(
                Tab.of("overview", "foundation.customer.tab.overview", base),
                new Tab(
                        "projects",
                        "foundation.customer.tab.projects",
                        base + "/projects",
                        projects.running(viewer, own).getOrDefault(customer.id(), 0)),
                new Tab(
                        "tickets",
                        "foundation.customer.tab.tickets",
                        base + "/tickets",
                        tickets.open(viewer, own).getOrDefault(customer.id(), 0)),
                Tab.of("products", "foundation.customer.tab.products", base + "/products"),
                new Tab("contacts", "foundation.customer.tab.contacts", base + "/contacts", customer.contacts()),
                Tab.of("documents", "foundation.customer.tab.documents", base + "/documents"));
    }
}
