package io.throughline.web.account;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class AccountAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/account/**");
    }
}
