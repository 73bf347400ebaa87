package io.throughline.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.web.filter.OncePerRequestFilter;

/** Drops a kept form once it was sent again and not refused. */
@RequiredArgsConstructor
class SentAgain extends OncePerRequestFilter {

    private final KeptForms forms;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            KeptForms.Kept.idOf(request.getParameter(KeptForms.FIELD))
                    .ifPresent(id -> ViewerFilter.viewerOf(request).ifPresent(viewer -> forms.drop(viewer, id)));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }
}
