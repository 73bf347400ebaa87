package io.throughline.web.security;

import io.throughline.foundation.people.Viewer;
import io.throughline.web.security.AddressBook.Audience;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever owes a second factor reaches nothing but the page that sets it up, and what is open to strangers; programs are
 * told so. The page asked for is remembered, and what was typed is kept.
 */
@Component
@RequiredArgsConstructor
class SecondFactorGate {

    static final String PAGE = "/account/second-factor";

    private final AddressBook book;
    private final RequestCache pages;
    private final KeptForms forms;
    private final ApiRefusal refusal;

    OncePerRequestFilter forPeople() {
        return new Gate((viewer, request, response) -> {
            KeptForm.of(request).ifPresent(form -> forms.keep(viewer.id(), form));
            pages.saveRequest(request, response);
            if (request.getHeader("HX-Request") == null) {
                response.sendRedirect(request.getContextPath() + PAGE);
            } else {
                response.setHeader("HX-Redirect", request.getContextPath() + PAGE);
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            }
        });
    }

    OncePerRequestFilter forPrograms() {
        return new Gate((viewer, request, response) -> refusal.secondFactorOwed(request, response));
    }

    private boolean isOpen(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(PAGE)
                || path.startsWith(PAGE + "/")
                || book.ruleFor(HttpMethod.valueOf(request.getMethod()), path)
                        .filter(rule -> rule.audience() == Audience.ANYONE)
                        .isPresent();
    }

    @FunctionalInterface
    private interface Refusal {
        void refuse(Viewer viewer, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    @RequiredArgsConstructor
    private final class Gate extends OncePerRequestFilter {

        private final Refusal refused;

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var owing = ViewerFilter.viewerOf(request).filter(Viewer::secondFactorOwed);
            if (owing.isEmpty() || isOpen(request)) {
                chain.doFilter(request, response);
            } else {
                refused.refuse(owing.get(), request, response);
            }
        }
    }
}
