package io.throughline.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Back to the form with one word of what was wrong; which of name and password it was is not told. Whoever owes only the
 * one-time code is asked for it.
 */
@Component
@RequiredArgsConstructor
class SignInFailure implements AuthenticationFailureHandler {

    private final Clock clock;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof SecondFactorOwed owed) {
            new HalfSignedIn(owed.userId(), owed.login(), clock.instant()).keep(request);
            response.sendRedirect(request.getContextPath() + "/login/code");
            return;
        }
        if (refused instanceof TooManyTries tries) {
            request.setAttribute(TooManyTries.class.getName(), tries);
            request.getRequestDispatcher("/error/locked").forward(request, response);
            return;
        }
        response.sendRedirect(request.getContextPath() + "/login?refused");
    }
}
