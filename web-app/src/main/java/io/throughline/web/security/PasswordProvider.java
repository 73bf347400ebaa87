package io.throughline.web.security;

import io.throughline.foundation.people.SignIns;
import io.throughline.foundation.people.UserId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in with name and password; roles are not kept in the session. */
@Component
@RequiredArgsConstructor
class PasswordProvider implements AuthenticationProvider {

    private final SignIns signIns;

    @Override
    public Authentication authenticate(Authentication asked) {
        var address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        var outcome = signIns.attempt(asked.getName(), String.valueOf(asked.getCredentials()), address);
        return switch (outcome.result()) {
            case OK -> token(outcome);
            case LOCKED -> throw new TooManyTries(outcome.pause());
            case REFUSED -> throw new BadCredentialsException("refused");
        };
    }

    private static Authentication token(SignIns.Outcome outcome) {
        var user = outcome.userId().map(UserId::value).orElseThrow();
        if (outcome.secondFactor()) {
            throw new SecondFactorOwed(user, outcome.login());
        }
        return signedIn(user, outcome.login());
    }

    static UsernamePasswordAuthenticationToken signedIn(long userId, String login) {
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(userId, login), null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
