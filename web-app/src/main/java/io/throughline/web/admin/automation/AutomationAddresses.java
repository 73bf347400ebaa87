package io.throughline.web.admin.automation;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class AutomationAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/automation/**", Role.ADMIN);
        book.roles("/api/v1/automation-rules/**", Role.ADMIN);
    }
}
