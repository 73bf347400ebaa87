package io.throughline.web.security;

import org.springframework.security.core.AuthenticationException;

/** The password was right, the one-time code is still owed. */
class SecondFactorOwed extends AuthenticationException {

    private final long userId;
    private final String login;

    SecondFactorOwed(long userId, String login) {
        super("second factor owed");
        this.userId = userId;
        this.login = login;
    }

    long userId() {
        return userId;
    }

    String login() {
        return login;
    }
}
