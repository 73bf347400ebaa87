package io.throughline.web.security;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.ApiTokens;
import io.throughline.foundation.people.CreateToken;
import io.throughline.foundation.people.SignIns;
import io.throughline.foundation.people.SignIns.Result;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives a program its token against name and password; tries count as sign-ins and share their lock-out. */
@RestController
@RequiredArgsConstructor
class TokenApi {

    private final SignIns signIns;
    private final Viewers viewers;
    private final ApiTokens tokens;

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Issued create(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String basic,
            @RequestHeader(name = "X-One-Time-Code", required = false) @Nullable String code,
            @Valid @RequestBody CreateToken command,
            HttpServletRequest request) {
        var credentials = credentials(basic);
        var outcome = signIns.attempt(credentials.name(), credentials.password(), request.getRemoteAddr());
        if (outcome.result() == Result.LOCKED) {
            throw new TooManyCalls("web.security.locked", outcome.pause());
        }
        var user = outcome.userId().orElseThrow(() -> new BadCredentialsException("refused"));
        if (outcome.secondFactor()) {
            signIns.verifyCode(user, code == null ? "" : code);
        }
        var viewer = viewers.load(user).orElseThrow();
        if (viewer.secondFactorOwed()) {
            throw new RuleViolation("web.security.secondFactorRequired");
        }
        return tokens.create(viewer, command);
    }

    @GetMapping("/api/v1/tokens")
    List<ApiTokens.TokenRow> list(Viewer viewer) {
        return tokens.list(viewer);
    }

    @DeleteMapping("/api/v1/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Viewer viewer) {
        tokens.revoke(viewer, id);
    }

    private static Credentials credentials(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw new BadCredentialsException("no credentials");
        }
        try {
            var plain =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            var colon = plain.indexOf(':');
            return new Credentials(plain.substring(0, colon), plain.substring(colon + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadCredentialsException("malformed credentials", e);
        }
    }

    private record Credentials(String name, String password) {}
}
