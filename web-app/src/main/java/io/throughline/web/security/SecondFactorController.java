package io.throughline.web.security;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.SignIns;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in: the one-time code of the authenticator app. */
@Controller
@RequiredArgsConstructor
class SecondFactorController {

    private final SignIns signIns;
    private final Viewers viewers;
    private final SignInSuccess success;
    private final AuthenticationEventPublisher events;
    private final CsrfTokenRepository antiForgeryTokens;
    private final Clock clock;

    @GetMapping("/login/code")
    String ask(HttpServletRequest request) {
        return HalfSignedIn.of(request, clock.instant()).isPresent() ? "security/code" : "redirect:/login";
    }

    @PostMapping("/login/code")
    @Nullable
    String check(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var half = HalfSignedIn.of(request, clock.instant()).orElse(null);
        if (half == null || viewers.load(new UserId(half.userId())).isEmpty()) {
            HalfSignedIn.forget(request);
            return "redirect:/login";
        }
        try {
            signIns.verifyCode(new UserId(half.userId()), code.replace(" ", ""));
        } catch (RuleViolation e) {
            events.publishAuthenticationFailure(
                    new BadCredentialsException("wrong code"), authentication(half, request));
            model.addAttribute("wrong", e.key());
            return "security/code";
        }
        complete(half, request, response);
        return null;
    }

    /** What the form filter does after a password: a new session id, a new anti-forgery token, the user in the session. */
    private void complete(HalfSignedIn half, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        HalfSignedIn.forget(request);
        request.changeSessionId();
        antiForgeryTokens.saveToken(null, request, response);
        var authentication = authentication(half, request);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        events.publishAuthenticationSuccess(authentication);
        success.onAuthenticationSuccess(request, response, authentication);
    }

    private static Authentication authentication(HalfSignedIn half, HttpServletRequest request) {
        var authentication = PasswordProvider.signedIn(half.userId(), half.login());
        authentication.setDetails(new WebAuthenticationDetails(request));
        return authentication;
    }
}
