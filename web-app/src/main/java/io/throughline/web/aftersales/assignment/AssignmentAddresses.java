package io.throughline.web.aftersales.assignment;

import static io.throughline.foundation.people.Role.ADMIN;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;
import static io.throughline.foundation.people.Role.TRAINER;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class AssignmentAddresses implements AddressRules {

    private static final Role[] DESK = {SUPPORT_AGENT, MANAGER};
    private static final Role[] SERVERS = {SUPPORT_AGENT, MANAGER, TECHNICIAN, TRAINER};
    private static final Role[] KEEPERS = {MANAGER, ADMIN};
    private static final Role[] READERS = {MANAGER, ADMIN, SUPPORT_AGENT, TECHNICIAN, TRAINER};

    @Override
    public void declare(AddressBook book) {
        book.roles("/assignment-rules/**", KEEPERS);
        book.roles("/tickets/duty/**", SERVERS);
        book.roles("/tickets/{number}/assignment/rule", DESK);
        book.roles("/api/v1/tickets/{number}/assignment", DESK);
        book.roles("/api/v1/assignment-rules/**", READERS);
        book.roles(HttpMethod.PUT, "/api/v1/assignment-rules/{team}", KEEPERS);
        book.roles(HttpMethod.DELETE, "/api/v1/assignment-rules/{team}", KEEPERS);
        book.roles("/api/v1/teams/{team}/duty", SERVERS);
        book.roles("/api/v1/agents/{login}/pause", SERVERS);
    }
}
