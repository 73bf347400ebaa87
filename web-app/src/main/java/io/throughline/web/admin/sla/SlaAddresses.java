package io.throughline.web.admin.sla;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class SlaAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/sla-policies/**", Role.ADMIN);
        book.roles("/api/v1/sla-policies/**", Role.ADMIN);
        book.roles("/api/v1/sla-trials/**", Role.ADMIN);
    }
}
