package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Records that belong to what began them: a token that may write that resource may follow them too, without a scope of
 * their own.
 */
public interface BorrowedScopes {

    /** The resource whose writers may make the call; empty when it is none of these records, or not the user's. */
    Optional<String> resource(HttpServletRequest request, long user);
}
