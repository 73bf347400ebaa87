package io.throughline.web.customer;

import io.throughline.aftersales.ticket.CustomerTickets;
import io.throughline.foundation.customer.CustomerRow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CustomerProjects;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Counts what is going on at the customers of a page, with one statement for projects and one for tickets. */
@Component
@RequiredArgsConstructor
class CustomerLoads {

    private final CustomerProjects projects;
    private final CustomerTickets tickets;

    Loads of(Viewer viewer, List<CustomerRow> rows) {
        var ids = rows.stream().map(CustomerRow::id).toList();
        return ids.isEmpty()
                ? new Loads(Map.of(), Map.of())
                : new Loads(projects.running(viewer, ids), tickets.open(viewer, ids));
    }

    /** Running projects and open tickets by customer, as far as the viewer may see them. */
    record Loads(Map<Long, Integer> projects, Map<Long, Integer> tickets) {

        public int projectsOf(long customer) {
            return projects.getOrDefault(customer, 0);
        }

        public int ticketsOf(long customer) {
            return tickets.getOrDefault(customer, 0);
        }
    }
}
