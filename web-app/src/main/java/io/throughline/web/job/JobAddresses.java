package io.throughline.web.job;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class JobAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.staff("/jobs/**");
        book.roles("/admin/jobs/**", Role.ADMIN);
        book.signedIn("/api/v1/jobs/**");
    }
}
