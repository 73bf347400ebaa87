package io.throughline.web.live;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class LiveAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/events");
    }
}
