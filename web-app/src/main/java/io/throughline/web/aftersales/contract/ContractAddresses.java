package io.throughline.web.aftersales.contract;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class ContractAddresses implements AddressRules {

    static final Role[] EDITORS = {Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SALES};

    private static final Role[] READERS = {Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.SALES, Role.SUPPORT_AGENT};

    private static final Role[] TICKET_READERS = {
        Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.PROJECT_MANAGER, Role.TECHNICIAN, Role.TRAINER
    };

    @Override
    public void declare(AddressBook book) {
        for (var root : new String[] {"/contracts", "/api/v1/contracts"}) {
            book.roles(root, READERS);
            book.roles(root + "/{number}", READERS);
            book.roles(HttpMethod.POST, root, EDITORS);
            book.roles(root + "/{number}/activation", EDITORS);
            book.roles(root + "/{number}/cancellation", EDITORS);
            book.roles(root + "/{number}/renewal", EDITORS);
        }
        book.roles("/tickets/{number}/coverage", TICKET_READERS);
        book.roles("/api/v1/tickets/{number}/coverage", TICKET_READERS);
        book.roles("/contracts/new", EDITORS);
        book.roles("/contracts/{number}/edit", EDITORS);
        book.roles(HttpMethod.POST, "/contracts/{number}", EDITORS);
        book.roles(HttpMethod.PATCH, "/api/v1/contracts/{number}", EDITORS);
    }
}
