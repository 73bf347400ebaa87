package io.throughline.web.security;

import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.stereotype.Component;

/** Notes who left, and asks the browser to forget what it kept of the pages. */
@Component
@RequiredArgsConstructor
class SignOut implements LogoutHandler {

    private static final LogoutHandler FORGET =
            new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE));

    private final Viewers viewers;
    private final DoorLog log;

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
            viewers.load(new UserId(user.userId())).ifPresent(viewer -> log.signedOut(viewer, request.getRemoteAddr()));
        }
        FORGET.logout(request, response, authentication);
    }
}
