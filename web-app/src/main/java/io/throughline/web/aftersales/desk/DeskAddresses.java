package io.throughline.web.aftersales.desk;

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
class DeskAddresses implements AddressRules {

    private static final Role[] WRITERS = {
        SUPPORT_AGENT, MANAGER, ACCOUNT_EXECUTIVE, PROJECT_MANAGER, TECHNICIAN, TRAINER, ADMIN
    };

    private static final Role[] KEEPERS = {SUPPORT_AGENT, MANAGER, ADMIN};

    @Override
    public void declare(AddressBook book) {
        book.roles("/reply-templates/**", WRITERS);
        book.roles("/api/v1/reply-templates/**", WRITERS);
        book.roles(HttpMethod.POST, "/api/v1/reply-templates", WRITERS);
        book.roles("/macros/**", KEEPERS);
        book.roles("/api/v1/macros/**", KEEPERS);
        book.roles(HttpMethod.POST, "/api/v1/macros", KEEPERS);
    }
}
