package io.throughline.web.portal;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class PortalTicketAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.anyone(
                "/t/{token}", "/t/{token}/messages", "/t/{token}/closure", "/t/{token}/objection", "/t/{token}/rating");
        book.roles("/portal", Role.CUSTOMER);
        book.roles("/portal/tickets/**", Role.CUSTOMER);
        book.roles("/portal/inbox/**", Role.CUSTOMER);
        book.roles("/portal/products/**", Role.CUSTOMER);
        book.roles("/portal/knowledge/**", Role.CUSTOMER);
    }
}
