package io.throughline.web.demo;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class DemoAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/demo-data/**", Role.ADMIN);
    }
}
