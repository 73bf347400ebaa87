package io.throughline.web.security;

import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the live viewer beside the request; whoever was deactivated is signed out with the next request. */
@RequiredArgsConstructor
class ViewerFilter extends OncePerRequestFilter {

    private static final List<GrantedAuthority> NOBODYS = AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS");
    private static final String ATTRIBUTE = Viewer.class.getName();

    private final Viewers viewers;
    private final Clock clock;

    static Optional<Viewer> viewerOf(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(ATTRIBUTE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
            var viewer = isTooOld(request) ? Optional.<Viewer>empty() : viewers.load(new UserId(user.userId()));
            if (viewer.isPresent()) {
                request.setAttribute(ATTRIBUTE, viewer.get());
            } else {
                forget(request);
            }
        }
        writeCsrfCookieBeforeThePage(request);
        chain.doFilter(request, response);
    }

    private boolean isTooOld(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && SessionSpan.isOver(session, clock.instant());
    }

    private static void forget(HttpServletRequest request) {
        var nobody = SecurityContextHolder.createEmptyContext();
        nobody.setAuthentication(new AnonymousAuthenticationToken("forgotten", "nobody", NOBODYS));
        SecurityContextHolder.setContext(nobody);
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static void writeCsrfCookieBeforeThePage(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/webjars/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
