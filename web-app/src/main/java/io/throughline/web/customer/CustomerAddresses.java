package io.throughline.web.customer;

import static io.throughline.foundation.people.Role.ACCOUNT_EXECUTIVE;
import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.PROJECT_MANAGER;
import static io.throughline.foundation.people.Role.SALES;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class CustomerAddresses implements AddressRules {

    static final Role[] EDITORS = {MANAGER, ACCOUNT_EXECUTIVE, SALES};
    static final Role[] CONTACT_EDITORS = {MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT};
    private static final Role[] READERS = {MANAGER, ACCOUNT_EXECUTIVE, SALES, SUPPORT_AGENT, PROJECT_MANAGER, TECHNICIAN
    };

    @Override
    public void declare(AddressBook book) {
        book.roles("/customers/**", READERS);
        book.roles("/customers.csv", READERS);
        book.roles("/customers.xlsx", READERS);
        book.roles(POST, "/customers/**", EDITORS);
        book.roles("/customers/new", EDITORS);
        book.roles("/customers/{number}/edit", EDITORS);
        book.roles("/customers/undeliverable", CONTACT_EDITORS);
        for (var part : new String[] {"contacts", "sites"}) {
            var all = "/customers/{number}/" + part;
            book.roles(GET, all, READERS);
            book.roles(POST, all, CONTACT_EDITORS);
            book.roles(all + "/**", CONTACT_EDITORS);
            book.roles(all + "/{id}/deactivation/**", EDITORS);
        }
        book.roles("/customers/{number}/contacts/{id}/invitation", MANAGER, ACCOUNT_EXECUTIVE);
        book.roles(GET, "/api/v1/customers/**", READERS);
        book.roles(POST, "/api/v1/customers", EDITORS);
        book.roles(PATCH, "/api/v1/customers/{number}", EDITORS);
        book.roles(POST, "/api/v1/customers/{number}/contacts", CONTACT_EDITORS);
        book.roles(PATCH, "/api/v1/customers/{number}/contacts/{id}", CONTACT_EDITORS);
        book.roles(DELETE, "/api/v1/customers/{number}/contacts/{id}/undeliverable", CONTACT_EDITORS);
        book.roles(POST, "/api/v1/customers/{number}/sites", CONTACT_EDITORS);
    }
}
