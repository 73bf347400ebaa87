package io.throughline.web.security;

import io.throughline.foundation.people.SignIns;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;

/**
 * Notes the sign-in and leads back: to what was typed when the session ended, else to the page that was asked for, else to
 * the home of the person's role.
 */
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final SignIns signIns;
    private final Viewers viewers;
    private final List<AfterSignIn> followers;
    private final KnownBrowsers browsers;
    private final KeptForms forms;

    SignInSuccess(
            SignIns signIns,
            Viewers viewers,
            List<AfterSignIn> followers,
            KnownBrowsers browsers,
            KeptForms forms,
            CookieRequestCache pages) {
        this.browsers = browsers;
        this.forms = forms;
        this.signIns = signIns;
        this.viewers = viewers;
        this.followers = followers;
        setRequestCache(pages);
        setDefaultTargetUrl("/");
        setRedirectStrategy((request, response, url) -> response.sendRedirect(
                url.startsWith("/") ? request.getContextPath() + OwnAddress.inside(url) : OwnAddress.insideOf(url)));
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication.getPrincipal() instanceof SignedIn user) {
            var id = new UserId(user.userId());
            viewers.load(id).ifPresent(viewer -> {
                signIns.signedIn(id);
                SessionOrigin.of(request).keep(request);
                followers.forEach(follower -> follower.signedIn(viewer, request, response));
                browsers.remember(id, request, response);
            });
            if (forms.any(id)) {
                clearAuthenticationAttributes(request);
                response.sendRedirect(request.getContextPath() + KeptFormController.ADDRESS);
                return;
            }
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
