package io.throughline.web.project.simulation;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Staff read the last simulation of a plan; who plans makes a new one. */
@Component
class SimulationAddresses implements AddressRules {

    private static final Role[] PLANNERS = {Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR};

    @Override
    public void declare(AddressBook book) {
        book.staff("/projects/{key}/schedule/simulation", "/api/v1/projects/{key}/simulation");
        book.roles(HttpMethod.POST, "/projects/{key}/schedule/simulation", PLANNERS);
        book.roles(HttpMethod.POST, "/api/v1/projects/{key}/simulation", PLANNERS);
        book.roles("/projects/{key}/schedule/simulation/cancellation", PLANNERS);
    }
}
