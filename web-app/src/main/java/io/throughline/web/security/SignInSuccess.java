package io.throughline.web.security;

import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;

/** Back to the page that was asked for, else to the home of the person's role. */
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    SignInSuccess() {
        setRequestCache(new CookieRequestCache());
        setDefaultTargetUrl("/");
    }
}
