package io.throughline.web.aftersales.ticket;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
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
class TicketAddresses implements AddressRules {

    private static final Role[] WORKERS = {
        SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE, PROJECT_MANAGER, TECHNICIAN, TRAINER
    };
    private static final Role[] DESK = {SUPPORT_AGENT, MANAGER};

    @Override
    public void declare(AddressBook book) {
        book.roles("/tickets/**", WORKERS);
        book.roles("/tickets.csv", WORKERS);
        book.roles("/tickets.xlsx", WORKERS);
        book.roles("/tickets/{number}/assignment", DESK);
        book.roles("/tickets/{number}/ownership", SUPPORT_AGENT, MANAGER, TECHNICIAN, TRAINER);
        book.roles("/ticket-views/**", WORKERS);
        book.roles("/tickets/bulk", DESK);
        book.roles("/tickets/batches/**", DESK);
        book.roles("/tickets/{number}/macros/**", DESK);
        book.roles("/api/v1/tickets/{number}/macros/**", DESK);
        book.roles("/api/v1/tickets/bulk", DESK);
        book.roles("/api/v1/ticket-batches/**", DESK);
        book.roles("/tickets/{number}/merge", DESK);
        book.roles("/tickets/{number}/links/**", DESK);
        book.roles("/tickets/{number}/messages/{message}/split", DESK);
        book.roles("/tickets/{number}/follow-up", SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE);
        book.roles("/tickets/{number}/escalation", SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE);
        book.roles("/tickets/{number}/undeliverable/**", DESK);
        book.roles("/tickets/{number}/workaround", SUPPORT_AGENT, MANAGER, TECHNICIAN);
        book.roles("/tickets/{number}/product", SUPPORT_AGENT, MANAGER, TECHNICIAN, PROJECT_MANAGER, ACCOUNT_EXECUTIVE);
        book.roles("/tickets/{number}/passes/revocation", DESK);
        book.roles("/api/v1/tickets/**", WORKERS);
        book.roles("/api/v1/tickets/{number}/passes", DESK);
        book.roles("/api/v1/tickets/{number}/workaround", SUPPORT_AGENT, MANAGER, TECHNICIAN);
        book.roles(HttpMethod.POST, "/api/v1/tickets", WORKERS);
    }
}
