package io.throughline.foundation.people;

import java.time.Duration;
import java.util.Locale;

/**
 * A link to set a password was made and has to reach its owner; told in the same transaction, never stored.
 *
 * @param invitation whether it is the first password of a new user
 * @param inviter who invited; the user's own name otherwise
 * @param token the secret of the link, nowhere else in clear
 * @param validFor how long the link works
 */
public record PasswordLinkIssued(
        boolean invitation,
        String inviter,
        String login,
        String name,
        String email,
        Locale locale,
        String token,
        Duration validFor) {

    @Override
    public String toString() {
        return "PasswordLinkIssued[login=" + login + "]";
    }
}
