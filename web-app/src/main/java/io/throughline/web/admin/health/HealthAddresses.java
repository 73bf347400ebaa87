package io.throughline.web.admin.health;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class HealthAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/health", Role.ADMIN);
    }
}
