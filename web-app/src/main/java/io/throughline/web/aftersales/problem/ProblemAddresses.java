package io.throughline.web.aftersales.problem;

import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.PROJECT_MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;
import static io.throughline.foundation.people.Role.TECHNICIAN;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class ProblemAddresses implements AddressRules {

    private static final Role[] READERS = {SUPPORT_AGENT, MANAGER, TECHNICIAN, PROJECT_MANAGER};
    private static final Role[] SERVICE = {SUPPORT_AGENT, MANAGER, TECHNICIAN};
    private static final Role[] WRITERS = {SUPPORT_AGENT, MANAGER};

    @Override
    public void declare(AddressBook book) {
        for (var base : new String[] {"/problems", "/api/v1/problems"}) {
            book.roles(base, READERS);
            book.roles(base + "/causes", READERS);
            book.roles(base + "/candidates", READERS);
            book.roles(base + "/{number}", READERS);
            book.roles(HttpMethod.POST, base, WRITERS);
            book.roles(HttpMethod.POST, base + "/{number}", WRITERS);
            book.roles(HttpMethod.PUT, base + "/{number}", WRITERS);
            book.roles(base + "/{number}/**", WRITERS);
        }
        book.roles("/problems/new", WRITERS);
        book.roles("/problems/offers", SERVICE);
        book.roles("/tickets/{number}/problem", SERVICE);
        book.roles("/api/v1/tickets/{number}/problem", SERVICE);
        book.roles("/tickets/{number}/problem/link", WRITERS);
    }
}
