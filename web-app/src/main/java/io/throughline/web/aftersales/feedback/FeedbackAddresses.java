package io.throughline.web.aftersales.feedback;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.ADMIN;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.PROJECT_MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;
import static io.throughline.foundation.people.Role.TRAINER;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class FeedbackAddresses implements AddressRules {

    private static final Role[] READERS = {
        SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE, PROJECT_MANAGER, TECHNICIAN, TRAINER
    };
    private static final Role[] HANDLERS = {SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE};
    private static final Role[] APPROVERS = {MANAGER, ACCOUNT_EXECUTIVE};
    private static final Role[] KEEPERS = {MANAGER, ADMIN};

    @Override
    public void declare(AddressBook book) {
        for (var ticket : new String[] {"/tickets/{number}/complaint", "/api/v1/tickets/{number}/complaint"}) {
            book.roles(ticket, READERS);
            book.roles(ticket + "/findings", READERS);
            book.roles(ticket + "/**", HANDLERS);
            book.roles(ticket + "/response/approval", APPROVERS);
            book.roles(ticket + "/response/rejection", APPROVERS);
        }
        book.roles("/complaints", READERS);
        book.roles("/complaints/trend", READERS);
        book.roles("/complaints/causes", KEEPERS);
        book.roles("/api/v1/complaints/**", READERS);
        book.roles("/api/v1/complaint-causes", READERS);
        book.roles(HttpMethod.PUT, "/api/v1/complaint-causes/{code}", KEEPERS);
    }
}
