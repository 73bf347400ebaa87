package io.throughline.web.customer;

import io.throughline.aftersales.ticket.CustomerTickets;
import io.throughline.foundation.customer.CustomerDetail;
import io.throughline.foundation.customer.CustomerDetailQueries;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CustomerProjects;
import io.throughline.web.shell.Tab;
import java.util.List;
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
        model.addAttribute("mayEdit", viewer.hasAny(CustomerAddresses.EDITORS));
        model.addAttribute("mayEditContacts", viewer.hasAny(CustomerAddresses.CONTACT_EDITORS));
        model.addAttribute("mayInvite", viewer.hasAny(Role.MANAGER, Role.ACCOUNT_EXECUTIVE));
        model.addAttribute("mayOpenTicket", viewer.hasAny(Role.SUPPORT_AGENT, Role.ACCOUNT_EXECUTIVE, Role.MANAGER));
        return customer;
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
                new Tab("contacts", "foundation.customer.tab.contacts", base + "/contacts", customer.contacts()),
                Tab.of("documents", "foundation.customer.tab.documents", base + "/documents"));
    }
}
