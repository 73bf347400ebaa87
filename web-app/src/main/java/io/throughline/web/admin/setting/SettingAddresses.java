package io.throughline.web.admin.setting;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class SettingAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.roles("/admin/settings", Role.ADMIN);
    }
}
