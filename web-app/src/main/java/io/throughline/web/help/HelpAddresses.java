package io.throughline.web.help;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class HelpAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/help");
    }
}
