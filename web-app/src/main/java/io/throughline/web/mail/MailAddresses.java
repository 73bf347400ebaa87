package io.throughline.web.mail;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class MailAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/outbox/**", Role.ADMIN);
    }
}
