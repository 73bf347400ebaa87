package io.throughline.web.security;

import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Asks the address book; refuses what it does not know. */
@Component
@RequiredArgsConstructor
class AddressAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final AddressBook book;

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var viewer = ViewerFilter.viewerOf(request).orElse(null);
        return new AuthorizationDecision(book.ruleFor(HttpMethod.valueOf(request.getMethod()), path)
                .filter(rule -> rule.permits(viewer))
                .isPresent());
    }
}
