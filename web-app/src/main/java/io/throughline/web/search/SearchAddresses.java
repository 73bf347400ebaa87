package io.throughline.web.search;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class SearchAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.staff("/search", "/search/suggest");
        book.signedIn("/go/{number}", "/api/v1/search");
    }
}
