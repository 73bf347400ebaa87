package io.throughline.web.admin.mail;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class MailAddressBook implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/mail/**", Role.ADMIN);
        book.roles("/api/v1/mail/**", Role.ADMIN, Role.MANAGER);
    }
}
