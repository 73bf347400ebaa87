package io.throughline.web.shell;

import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class ShellAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.signedIn("/dev/styleguide", "/session");
        book.anyone("/css/**", "/js/**", "/img/**", "/webjars/**", "/preferences");
    }
}
