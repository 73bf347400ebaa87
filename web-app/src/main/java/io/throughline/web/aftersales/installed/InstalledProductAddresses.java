package io.throughline.web.aftersales.installed;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class InstalledProductAddresses implements AddressRules {

    static final Role[] EDITORS = {Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER};

    private static final Role[] READERS = {
        Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN, Role.PROJECT_MANAGER, Role.ACCOUNT_EXECUTIVE
    };

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/products/{code}");
        for (var root : new String[] {"/installed-products", "/api/v1/installed-products"}) {
            book.roles(root, READERS);
            book.roles(root + "/{code}", READERS);
            book.roles(HttpMethod.POST, root, EDITORS);
            book.roles(root + "/{code}/replacement", EDITORS);
            book.roles(root + "/{code}/retirement/**", EDITORS);
        }
        book.roles("/installed-products/new", EDITORS);
        book.roles("/installed-products/{code}/edit", EDITORS);
        book.roles(HttpMethod.POST, "/installed-products/{code}", EDITORS);
        book.roles("/installed-products/{code}/label.svg", READERS);
        book.roles(HttpMethod.PATCH, "/api/v1/installed-products/{code}", EDITORS);
    }
}
