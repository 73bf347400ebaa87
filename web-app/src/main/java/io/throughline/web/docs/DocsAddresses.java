package io.throughline.web.docs;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class DocsAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/docs/api");
        // it describes the product, not the company: generators of clients read it without a token
        book.anyone("/docs/openapi.json");
    }
}
