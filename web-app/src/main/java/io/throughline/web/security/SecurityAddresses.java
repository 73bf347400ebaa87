package io.throughline.web.security;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class SecurityAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.anyone(
                "/login",
                "/login/code",
                "/forgot-password",
                "/reset-password",
                "/setup",
                "/logout",
                "/error/**",
                "/css/**",
                "/js/**",
                "/img/**",
                "/vendor/**",
                "/webjars/**",
                "/favicon.ico");
        book.signedIn("/api/v1/tokens/**", "/api/v1/me");
        book.anyone(HttpMethod.POST, "/api/v1/tokens");
        book.signedIn("/", "/kept", "/kept/{id}/removal");
    }
}
