package io.throughline.web.customer;

import io.throughline.foundation.customer.CustomerListQueries;
import io.throughline.foundation.customer.CustomerTier;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Words;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers: who they are, who looks after them and what is going on there. */
@Controller
@RequiredArgsConstructor
class CustomerListController {

    /** To all others a column of noughts would say what is not so. */
    private static final Role[] SEE_PROJECTS = {
        Role.MANAGER,
        Role.PROJECT_MANAGER,
        Role.PROJECT_MEMBER,
        Role.RESOURCE_COORDINATOR,
        Role.ACCOUNT_EXECUTIVE,
        Role.SALES
    };

    private static final Role[] SEE_TICKETS = {
        Role.MANAGER, Role.PROJECT_MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SUPPORT_AGENT, Role.TECHNICIAN, Role.TRAINER
    };

    private final CustomerListQueries queries;
    private final CustomerLoads loads;
    private final Words words;

    @GetMapping("/customers")
    String list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        var home = home(viewer);
        var filter = CustomerAddress.filter(viewer, query, home);
        var page = queries.rows(viewer, filter, PageRequest.of(query.get("after"), query.get("before"), size));
        model.addAttribute("page", page);
        model.addAttribute("loads", loads.of(viewer, page.rows()));
        model.addAttribute("seesProjects", viewer.hasAny(SEE_PROJECTS));
        model.addAttribute("seesTickets", viewer.hasAny(SEE_TICKETS));
        model.addAttribute("total", queries.count(viewer, filter));
        model.addAttribute("view", CustomerAddress.view(query, home));
        model.addAttribute("filtered", query.keySet().stream().anyMatch(CustomerListController::narrows));
        model.addAttribute("tiers", words.options(CustomerTier.values()));
        model.addAttribute("archived", filter.archived());
        model.addAttribute("seesUnreached", viewer.hasAny(CustomerAddresses.CONTACT_EDITORS));
        model.addAttribute("mayCreate", viewer.hasAny(CustomerAddresses.EDITORS));
        model.addAttribute(
                "executives",
                queries.accountExecutives(viewer).stream()
                        .map(person -> new Option(String.valueOf(person.id()), person.name()))
                        .toList());
        return "foundation/customer/list";
    }

    /** Account executives begin with their own customers. */
    static String home(Viewer viewer) {
        return viewer.has(Role.ACCOUNT_EXECUTIVE) && !viewer.has(Role.MANAGER) ? "mine" : "all";
    }

    private static boolean narrows(String parameter) {
        return parameter.startsWith("filter.") || parameter.equals("q");
    }
}
