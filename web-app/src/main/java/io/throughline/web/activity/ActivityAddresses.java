package io.throughline.web.activity;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class ActivityAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/activity", "/comments/**", "/watchers/**", "/api/v1/comments/**", "/api/v1/activity");
        book.staff("/people/suggest");
        book.roles("/admin/audit", Role.ADMIN);
    }
}
