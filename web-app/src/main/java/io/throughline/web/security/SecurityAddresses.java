package io.throughline.web.security;

import org.springframework.stereotype.Component;

@Component
class SecurityAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.anyone(
                "/login",
                "/logout",
                "/error/**",
                "/css/**",
                "/js/**",
                "/img/**",
                "/vendor/**",
                "/webjars/**",
                "/favicon.ico");
        book.anyone("/api/v1/tokens");
        book.signedIn("/");
    }
}
