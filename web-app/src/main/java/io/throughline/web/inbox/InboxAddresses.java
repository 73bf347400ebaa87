package io.throughline.web.inbox;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class InboxAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.staff("/inbox/**");
        book.signedIn("/account/notifications");
        book.signedIn("/api/v1/inbox/**");
    }
}
