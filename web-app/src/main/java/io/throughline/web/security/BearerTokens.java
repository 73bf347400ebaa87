package io.throughline.web.security;

import io.throughline.foundation.people.ApiTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in a program by its token, as far as the token's scopes cover the resource and the method. */
@Component
@RequiredArgsConstructor
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String ROOT = "/api/v1/";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiTokens tokens;
    private final List<BorrowedScopes> borrowed;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            tokens.find(header.substring(SCHEME.length()).trim())
                    .filter(token -> covers(token, request))
                    .ifPresent(token -> {
                        var context = SecurityContextHolder.createEmptyContext();
                        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                new SignedIn(token.userId(), token.login()), null, List.of()));
                        SecurityContextHolder.setContext(context);
                    });
        }
        chain.doFilter(request, response);
    }

    private boolean covers(ApiTokens.LiveToken token, HttpServletRequest request) {
        return token.covers(resource(request), !READS.contains(request.getMethod()))
                || borrowed.stream()
                        .flatMap(scopes -> scopes.resource(request, token.userId()).stream())
                        .anyMatch(resource -> token.covers(resource, true));
    }

    private static String resource(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var rest = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
        var slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** The security chain calls it; the servlet container must not call it a second time. */
    @Bean
    static FilterRegistrationBean<BearerTokens> bearerTokensOnlyInTheChain(BearerTokens filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
