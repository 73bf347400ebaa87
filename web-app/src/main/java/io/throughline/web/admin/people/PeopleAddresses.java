package io.throughline.web.admin.people;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class PeopleAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/users/**", Role.ADMIN);
        book.roles("/admin/teams/**", Role.ADMIN);
        book.roles("/admin/roles", Role.ADMIN);
        book.roles("/admin/second-factor", Role.ADMIN);
        book.roles("/api/v1/users", Role.ADMIN);
    }
}
