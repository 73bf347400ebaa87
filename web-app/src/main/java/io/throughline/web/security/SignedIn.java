package io.throughline.web.security;

import java.io.Serializable;
import java.security.Principal;

/** All that a session remembers of its user; roles are read anew with each request. */
public record SignedIn(long userId, String login) implements Principal, Serializable {

    @Override
    public String getName() {
        return login;
    }
}
